using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class ValidateTests : AuthsignalTest
{
    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_token_of_somebody_else_does_not_pass(int status)
    {
        Control.Configure(knobs => knobs with { MismatchStatus = status });
        var expected = await BeginAsync();
        var token = Complete(expected);

        (await Tenant.VerifyAsync(token, expected with { User = new UserId("id-of-bob") }, Ct))
            .Should().BeOfType<ChallengeVerdict.UnknownToken>();
    }

    [Fact]
    public async Task A_token_of_another_action_does_not_pass()
    {
        var expected = await BeginAsync();
        var token = Complete(expected);

        (await Tenant.VerifyAsync(token, expected with { Challenge = expected.Challenge with { Action = "add-passkey" } }, Ct))
            .Should().BeOfType<ChallengeVerdict.UnknownToken>();
    }

    [Fact]
    public async Task A_token_of_another_login_of_the_same_person_does_not_pass()
    {
        var token = Complete(await BeginAsync());

        (await Tenant.VerifyAsync(token, await BeginAsync(), Ct))
            .Should().Be(new ChallengeVerdict.Failed(DenialReason.ChallengeMismatch));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_token_that_the_service_does_not_know_is_no_outage(int status)
    {
        Control.Configure(knobs => knobs with { InvalidTokenStatus = status });

        (await Tenant.VerifyAsync("garbage", await BeginAsync(), Ct)).Should().BeOfType<ChallengeVerdict.UnknownToken>();
    }

    [Theory]
    [InlineData(MfaChallenge.OwnPages)]
    [InlineData(MfaChallenge.OwnPagesInOutage)]
    public async Task The_service_is_not_asked_about_a_challenge_of_the_built_in_provider(string action)
    {
        var expected = await BeginAsync();

        (await Tenant.VerifyAsync(Complete(expected), expected with { Challenge = expected.Challenge with { Action = action } }, Ct))
            .Should().BeOfType<ChallengeVerdict.UnknownToken>();

        Control.Requests.Should().NotContain(request => request.Target.Contains("validate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_success_of_before_the_login_does_not_pass()
    {
        var expected = await BeginAsync();
        var token = Complete(expected);

        (await Tenant.VerifyAsync(token, expected with { StartedAt = expected.StartedAt.AddMinutes(2) }, Ct))
            .Should().NotBeOfType<ChallengeVerdict.Passed>();
    }

    [Fact]
    public async Task A_challenge_that_was_left_open_is_abandoned()
    {
        var expected = await BeginAsync();

        (await Tenant.VerifyAsync(Complete(expected, "CHALLENGE_REQUIRED"), expected, Ct))
            .Should().BeOfType<ChallengeVerdict.Abandoned>();
    }

    [Fact]
    public async Task A_wrong_key_is_an_outage_whose_causes_the_operator_reads()
    {
        var expected = await BeginAsync();
        await using var tenant = Create(secret: "sk_wrong");

        (await tenant.VerifyAsync(Complete(expected), expected, Ct)).Should().BeOfType<ChallengeVerdict.Unavailable>();

        tenant.Log.Text.Should().Contain("Authsignal:Secret").And.Contain("Authsignal:Url").And.NotContain("sk_wrong");
    }

    [Fact]
    public async Task No_log_line_of_any_level_holds_a_secret()
    {
        await using var tenant = Create(Brisk);
        var login = Tenant.Login();
        var decision = await tenant.EvaluateAsync(login, Ct);
        var url = decision.Should().BeOfType<ProviderDecision.Challenge>().Subject.Url;
        var expected = Tenant.Expect(login, decision);
        var token = Complete(expected);
        await tenant.VerifyAsync(token, expected, Ct);
        Control.Configure(knobs => knobs with
        {
            Faults = [new() { Status = 400, Body = $"{{\"error\":\"{token}\",\"errorDescription\":\"{token}\"}}", MediaType = "application/json" }],
        });
        await tenant.VerifyAsync(token, expected, Ct);
        Control.Configure(knobs => knobs with { Faults = [new() { Drop = true }] });
        await tenant.VerifyAsync(token, expected, Ct);

        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Tenant.Secret + ":"));
        tenant.Log.Text.Should().NotBeEmpty();
        foreach (var secret in new[] { Tenant.Secret, basic, token, url.Query.TrimStart('?') })
        {
            tenant.Log.Text.Contains(secret, StringComparison.Ordinal).Should().BeFalse();
        }
    }

    private async Task<ExpectedChallenge> BeginAsync()
    {
        var login = Tenant.Login();
        return Tenant.Expect(login, await Tenant.EvaluateAsync(login, Ct));
    }
}
