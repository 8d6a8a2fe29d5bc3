using System.Text.Json;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class RetryTests : AuthsignalTest
{
    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_track_is_repeated_under_one_idempotency_key(int status)
    {
        await using var tenant = Create(Brisk);
        Break(Fault.Answering(status) with { Times = 1 });

        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Challenge>();

        Keys().Should().HaveCount(2).And.OnlyContain(key => key == Keys()[0]);
    }

    [Fact]
    public async Task A_track_whose_answer_was_lost_is_the_same_action_when_repeated()
    {
        await using var tenant = Create(Brisk);
        Break(Fault.Dropped with { Times = 1, CarriedOut = true });
        var login = Tenant.Login();

        var expected = Tenant.Expect(login, await tenant.EvaluateAsync(login, Ct));

        (await tenant.VerifyAsync(Complete(expected), expected, Ct)).Should().BeOfType<ChallengeVerdict.Passed>();
    }

    [Fact]
    public async Task Each_login_has_a_key_of_its_own()
    {
        await Tenant.EvaluateAsync(Tenant.Login(), Ct);
        await Tenant.EvaluateAsync(Tenant.Login(), Ct);

        Keys().Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refusal_is_not_repeated(int status)
    {
        Break(Fault.Answering(status));

        await Tenant.EvaluateAsync(Tenant.Login(), Ct);

        Control.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_service_is_asked_three_times_at_most()
    {
        await using var tenant = Create(Brisk);
        Break(Fault.Answering(503));

        await tenant.EvaluateAsync(Tenant.Login(), Ct);

        Control.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_short_Retry_After_is_waited_for()
    {
        await using var tenant = Create(Brisk);
        Break(Fault.Answering(429) with { Times = 1, RetryAfter = 0 });

        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Challenge>();
    }

    [Fact]
    public async Task Nobody_waits_for_a_Retry_After_beyond_the_deadline()
    {
        Break(Fault.Answering(429) with { RetryAfter = 60 });

        (await Tenant.EvaluateAsync(Tenant.Login(), Ct).WaitAsync(TimeSpan.FromSeconds(8), Ct))
            .Should().BeOfType<ProviderDecision.Unavailable>();

        Control.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_service_that_stays_down_is_left_alone()
    {
        await using var tenant = Create(Brisk);
        Break(Fault.Answering(503));
        for (var login = 0; login < 10; login++)
        {
            await tenant.EvaluateAsync(Tenant.Login(), Ct);
        }

        var before = Control.Requests.Count;
        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>();

        Control.Requests.Should().HaveCount(before);
    }

    private List<string?> Keys() =>
        [.. Control.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("idempotencyKey").GetString())];

    private void Break(Fault fault) => Control.Configure(knobs => knobs with { Faults = [fault] });
}
