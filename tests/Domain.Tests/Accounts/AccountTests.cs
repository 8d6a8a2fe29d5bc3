using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class AccountTests
{
    private static readonly PlainPassword Right = PlainPassword.Parse(AccountBuilder.Password)!;
    private static readonly PlainPassword Wrong = PlainPassword.Parse("wrong")!;

    private readonly FakePasswordHasher _hasher = new();

    [Fact]
    public void The_right_password_is_evidence_for_the_account_at_that_time()
    {
        var account = Given.AnAccount().Build();

        var verdict = account.Verify(Right, _hasher, Moments.After(5));

        var verified = verdict.Should().BeOfType<PasswordVerdict.Verified>().Subject;
        verified.Outdated.Should().BeFalse();
        verified.Evidence.User.Should().Be(account.Id);
        verified.Evidence.At.Should().Be(Moments.After(5));
    }

    [Fact]
    public void An_outdated_digest_asks_to_be_replaced() =>
        Given.AnAccount().WithOutdatedDigest().Build().Verify(Right, _hasher, Moments.Start)
            .Should().BeOfType<PasswordVerdict.Verified>().Which.Outdated.Should().BeTrue();

    [Fact]
    public void A_wrong_password_is_refused() => Given.AnAccount().Build().Verify(Wrong, _hasher, Moments.Start)
        .Should().Be(new PasswordVerdict.Rejected(DenialReason.InvalidCredentials));

    [Fact]
    public void A_disabled_account_is_refused_with_the_right_password() =>
        Given.AnAccount().Disabled().Build().Verify(Right, _hasher, Moments.Start)
            .Should().Be(new PasswordVerdict.Rejected(DenialReason.AccountUnusable));

    [Fact]
    public void A_disabled_account_does_not_tell_that_it_is_there_to_whoever_does_not_know_the_password() =>
        Given.AnAccount().Disabled().Build().Verify(Wrong, _hasher, Moments.Start)
            .Should().Be(new PasswordVerdict.Rejected(DenialReason.InvalidCredentials));

    [Fact]
    public void An_unknown_account_is_refused_like_a_wrong_password() => Account.RejectUnknown(Right, _hasher)
        .Should().Be(new PasswordVerdict.Rejected(DenialReason.InvalidCredentials));

    [Fact]
    public void Every_kind_of_account_costs_one_verification()
    {
        Action<FakePasswordHasher>[] attempts =
        [
            hasher => Given.AnAccount().Build().Verify(Right, hasher, Moments.Start),
            hasher => Given.AnAccount().Build().Verify(Wrong, hasher, Moments.Start),
            hasher => Given.AnAccount().Disabled().Build().Verify(Right, hasher, Moments.Start),
            hasher => Given.AnAccount().WithoutPassword().Build().Verify(Right, hasher, Moments.Start),
            hasher => Account.RejectUnknown(Right, hasher),
        ];

        foreach (var attempt in attempts)
        {
            var hasher = new FakePasswordHasher();
            attempt(hasher);
            hasher.Verifications.Should().Be(1);
        }
    }

    [Fact]
    public void Logins_count_from_the_moment_on_before_which_they_were_ended()
    {
        var account = Given.AnAccount().Build();
        var signedOut = account with { SignedOutBefore = Moments.Start };

        account.Honours(DateTimeOffset.MinValue).Should().BeTrue();
        signedOut.Honours(Moments.After(-0.001)).Should().BeFalse();
        signedOut.Honours(Moments.Start).Should().BeTrue();
    }

    [Fact]
    public void A_login_goes_on_with_the_password_that_is_still_the_accounts()
    {
        var account = Given.AnAccount().Build();
        var replaced = account with { PasswordReplacedAt = Moments.Start };

        account.LetsGoOn(DateTimeOffset.MinValue).Should().BeTrue();
        replaced.LetsGoOn(Moments.After(-0.001)).Should().BeFalse();
        replaced.LetsGoOn(Moments.Start).Should().BeTrue();
        Given.AnAccount().Disabled().Build().LetsGoOn(Moments.Start).Should().BeFalse();
    }

    [Fact]
    public void No_login_of_a_disabled_account_counts() => Given.AnAccount().Disabled().Build().Honours(Moments.Start).Should().BeFalse();

    [Fact]
    public void Nobody_but_an_account_can_make_evidence() => typeof(VerifiedPassword).GetConstructors().Should().BeEmpty();
}
