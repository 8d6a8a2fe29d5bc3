using System.Net;
using System.Text.Json;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class TrackTests : AuthsignalTest
{
    [Fact]
    public async Task What_is_known_is_sent_and_nothing_is_null()
    {
        await Tenant.EvaluateAsync(Tenant.Login(), Ct);

        var body = Sent();
        body.GetProperty("redirectUrl").GetString().Should().Be("https://login.example.org/Account/Login/Callback?tx=1");
        body.GetProperty("email").GetString().Should().Be("alice@example.com");
        body.GetProperty("username").GetString().Should().Be("alice");
        body.GetProperty("ipAddress").GetString().Should().Be("203.0.113.7");
        body.GetProperty("userAgent").GetString().Should().Be("Browser/1.0");
        body.EnumerateObject().Should().NotContain(property => property.Value.ValueKind == JsonValueKind.Null);
        body.TryGetProperty("deviceId", out _).Should().BeFalse();
    }

    [Fact]
    public async Task An_address_that_nobody_has_confirmed_is_not_offered_for_enrolment()
    {
        await Tenant.EvaluateAsync(Tenant.Login(Given.AnAccount().Build() with { EmailVerified = false }), Ct);

        Sent().TryGetProperty("email", out _).Should().BeFalse();
    }

    [Fact]
    public async Task An_IPv4_address_is_sent_as_one_though_the_socket_speaks_IPv6()
    {
        await Tenant.EvaluateAsync(Tenant.Login(from: IPAddress.Parse("::ffff:203.0.113.7")), Ct);

        Sent().GetProperty("ipAddress").GetString().Should().Be("203.0.113.7");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("../admin")]
    [InlineData("a/../../b")]
    [InlineData("x?y=1")]
    [InlineData("x#f")]
    [InlineData("a%2Fb")]
    [InlineData("%2e%2e")]
    [InlineData("a+b:c|d@e\\f g")]
    [InlineData("ünï")]
    public async Task An_id_stays_one_segment_of_the_path(string id)
    {
        var login = Tenant.Login(Given.AnAccount().Build() with { Id = new UserId(id) });

        var expected = Tenant.Expect(login, await Tenant.EvaluateAsync(login, Ct));
        var verdict = await Tenant.VerifyAsync(Complete(expected), expected, Ct);

        var path = Control.Requests[0].Target.Split('/');
        path.Should().HaveCount(6, "it is /v1/users/id/actions/action");
        Uri.UnescapeDataString(path[3]).Should().Be(id);
        verdict.Should().BeOfType<ChallengeVerdict.Passed>().Which.User.Value.Should().Be(id);
    }

    [Theory]
    [InlineData(EnrolmentRule.Required)]
    [InlineData(EnrolmentRule.Optional)]
    public async Task A_challenge_that_the_service_demands_is_never_skipped(EnrolmentRule rule)
    {
        Control.Configure(knobs => knobs with { AnsweredState = "CHALLENGE_REQUIRED" });

        var decision = await Tenant.EvaluateAsync(Tenant.Login(), Ct);

        new MfaPolicy(rule, AllowedMethods.All).Decide(AssuranceLevel.SingleFactor, decision).Should().BeOfType<MfaRequirement.Required>();
    }

    [Fact]
    public async Task Who_has_nothing_enrolled_is_led_to_enrolment() =>
        (await Tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Challenge>().Which.Enrol.Should().BeTrue();

    [Fact]
    public async Task Who_has_something_enrolled_is_challenged()
    {
        var login = Tenant.Login();
        Enrol(login);

        (await Tenant.EvaluateAsync(login, Ct)).Should().BeOfType<ProviderDecision.Challenge>().Which.Enrol.Should().BeFalse();
    }

    [Theory]
    [InlineData("ALLOW", typeof(ProviderDecision.Allow))]
    [InlineData("BLOCK", typeof(ProviderDecision.Block))]
    [InlineData("REVIEW", typeof(ProviderDecision.Review))]
    public async Task Every_outcome_of_the_service_has_a_decision(string outcome, Type decision)
    {
        var login = Tenant.Login();
        Enrol(login);
        Control.Configure(knobs => knobs with { DefaultOutcome = outcome });

        (await Tenant.EvaluateAsync(login, Ct)).Should().BeOfType(decision);
    }

    [Fact]
    public async Task A_browser_goes_to_a_listed_host_only()
    {
        await using var tenant = new Tenant(Service.ApiAddress, "mfa.example.org", Time);

        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>();

        tenant.Log.Text.Should().Contain("Authsignal:UiHosts");
    }

    private JsonElement Sent() => JsonDocument.Parse(Control.Requests[^1].Body).RootElement;
}
