using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Domain.Tests.Mfa;

public sealed class MfaPolicyTests
{
    private static readonly Dictionary<string, ProviderDecision> Decisions = new(StringComparer.Ordinal)
    {
        ["allow"] = new ProviderDecision.Allow(),
        ["block"] = new ProviderDecision.Block(),
        ["verify"] = new ProviderDecision.Challenge(new Uri("/Mfa/Challenge", UriKind.Relative), "challenge-1", "sign-in", Enrol: false),
        ["enrol"] = new ProviderDecision.Challenge(new Uri("/Mfa/Enrol", UriKind.Relative), "challenge-1", "sign-in", Enrol: true),
        ["review"] = new ProviderDecision.Review(),
        ["unavailable"] = new ProviderDecision.Unavailable(),
    };

    // What stands for one factor stands for None, what stands for two stands for every higher level.
    private static readonly Dictionary<(string Decision, EnrolmentRule Rule, bool PasswordIsEnough), string> Table = new()
    {
        [("allow", EnrolmentRule.Required, true)] = "not required",
        [("allow", EnrolmentRule.Required, false)] = "refused AssuranceNotMet",
        [("allow", EnrolmentRule.Optional, true)] = "not required",
        [("allow", EnrolmentRule.Optional, false)] = "refused AssuranceNotMet",
        [("block", EnrolmentRule.Required, true)] = "refused ProviderBlocked",
        [("block", EnrolmentRule.Required, false)] = "refused ProviderBlocked",
        [("block", EnrolmentRule.Optional, true)] = "refused ProviderBlocked",
        [("block", EnrolmentRule.Optional, false)] = "refused ProviderBlocked",
        [("verify", EnrolmentRule.Required, true)] = "required",
        [("verify", EnrolmentRule.Required, false)] = "required",
        [("verify", EnrolmentRule.Optional, true)] = "required",
        [("verify", EnrolmentRule.Optional, false)] = "required",
        [("enrol", EnrolmentRule.Required, true)] = "required",
        [("enrol", EnrolmentRule.Required, false)] = "required",
        [("enrol", EnrolmentRule.Optional, true)] = "not required",
        [("enrol", EnrolmentRule.Optional, false)] = "required",
        [("review", EnrolmentRule.Required, true)] = "refused ProviderBlocked",
        [("review", EnrolmentRule.Required, false)] = "refused ProviderBlocked",
        [("review", EnrolmentRule.Optional, true)] = "refused ProviderBlocked",
        [("review", EnrolmentRule.Optional, false)] = "refused ProviderBlocked",
        [("unavailable", EnrolmentRule.Required, true)] = "refused ProviderUnavailable",
        [("unavailable", EnrolmentRule.Required, false)] = "refused ProviderUnavailable",
        [("unavailable", EnrolmentRule.Optional, true)] = "refused ProviderUnavailable",
        [("unavailable", EnrolmentRule.Optional, false)] = "refused ProviderUnavailable",
    };

    public static TheoryData<AssuranceLevel, string, EnrolmentRule> Cells()
    {
        var cells = new TheoryData<AssuranceLevel, string, EnrolmentRule>();
        foreach (var level in Enum.GetValues<AssuranceLevel>())
        {
            foreach (var rule in Enum.GetValues<EnrolmentRule>())
            {
                foreach (var decision in Decisions.Keys)
                {
                    cells.Add(level, decision, rule);
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_decision_under_every_rule_means_what_the_table_says(AssuranceLevel level, string decision, EnrolmentRule rule)
    {
        var requirement = new MfaPolicy(rule, AllowedMethods.All).Decide(level, Decisions[decision]);

        Describe(requirement).Should().Be(Table[(decision, rule, level <= AssuranceLevel.SingleFactor)]);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Nothing_a_provider_says_ends_a_login_below_its_level(AssuranceLevel level, string decision, EnrolmentRule rule)
    {
        var login = Given.ALoginTransaction().Requiring(level).Build();

        if (new MfaPolicy(rule, AllowedMethods.All).Decide(level, Decisions[decision]) is MfaRequirement.NotRequired { Permit: var permit })
        {
            login.SucceedWithoutMfa(permit, Moments.Start).Should().Be(new Transition.Moved(LoginState.Succeeded));
        }

        (login.State is not LoginState.Succeeded || login.Methods.Level >= level).Should().BeTrue();
    }

    [Theory]
    [InlineData(EnrolmentRule.Required)]
    [InlineData(EnrolmentRule.Optional)]
    public void A_higher_level_never_asks_for_less(EnrolmentRule rule)
    {
        foreach (var decision in Decisions.Values)
        {
            var policy = new MfaPolicy(rule, AllowedMethods.All);
            var freely = Enum.GetValues<AssuranceLevel>().Select(level => policy.Decide(level, decision) is MfaRequirement.NotRequired);

            freely.Should().BeInDescendingOrder();
        }
    }

    [Fact]
    public void The_challenge_is_handed_on_unchanged()
    {
        var requirement = new MfaPolicy(EnrolmentRule.Required, AllowedMethods.All).Decide(AssuranceLevel.SingleFactor, Decisions["verify"]);

        requirement.Should().Be(new MfaRequirement.Required((ProviderDecision.Challenge)Decisions["verify"]));
    }

    [Fact]
    public void Every_decision_is_in_the_table() =>
        Decisions.Values.Select(decision => decision.GetType()).Distinct()
            .Should().BeEquivalentTo(typeof(ProviderDecision).GetNestedTypes());

    [Fact]
    public void Nobody_but_the_policy_can_make_a_permit() =>
        typeof(MfaNotRequired).GetConstructors().Should().BeEmpty();

    private static string Describe(MfaRequirement requirement) => requirement.Match(
        notRequired => "not required",
        required => "required",
        refused => $"refused {refused.Reason}");

    [Theory]
    [InlineData("otp", true)]
    [InlineData("sms", false)]
    public void A_second_step_counts_by_an_allowed_method_alone(string method, bool counts)
    {
        var policy = new MfaPolicy(EnrolmentRule.Required, AllowedMethods.Parse(["otp", "synced-passkey"])!);
        var passed = new ChallengeVerdict.Passed(
            new UserId("id-of-alice"), "sign-in", "challenge-1", AuthenticationMethod.Find(method)!, Moments.Start);

        policy.Judge(passed).Should().Be(counts ? passed : new ChallengeVerdict.Failed(DenialReason.UnsupportedMethod));
    }

    [Fact]
    public void A_verdict_that_is_no_success_stays_what_it_is()
    {
        var policy = new MfaPolicy(EnrolmentRule.Required, AllowedMethods.Parse(["otp"])!);
        ChallengeVerdict[] others =
        [
            new ChallengeVerdict.Failed(DenialReason.ProviderBlocked), new ChallengeVerdict.UnknownToken(), new ChallengeVerdict.Abandoned(),
            new ChallengeVerdict.Unavailable(),
        ];

        others.Should().OnlyContain(verdict => ReferenceEquals(policy.Judge(verdict), verdict));
    }
}
