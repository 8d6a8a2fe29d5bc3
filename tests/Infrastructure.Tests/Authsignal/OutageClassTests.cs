using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>What counts as an outage, in which a weaker provider may stand in, and what whoever logs in could bring about.</summary>
public sealed class OutageClassTests : AuthsignalTest
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_service_that_says_it_is_broken_is_down(int status) => (await EvaluateAsync(Fault.Answering(status))).IsOutage.Should().BeTrue();

    [Fact]
    public async Task A_service_that_says_nothing_is_down()
    {
        (await EvaluateAsync(Fault.Dropped)).IsOutage.Should().BeTrue();
        (await EvaluateAsync(Fault.Hanging)).IsOutage.Should().BeTrue();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task A_service_that_refuses_is_not_down(int status) => (await EvaluateAsync(Fault.Answering(status))).IsOutage.Should().BeFalse();

    [Fact]
    public async Task A_service_that_talks_nonsense_is_not_down() =>
        (await EvaluateAsync(new Fault { Status = 200, Body = "<html></html>", MediaType = "text/html" })).IsOutage.Should().BeFalse();

    [Fact]
    public async Task Being_asked_to_go_slower_does_not_open_the_circuit()
    {
        await using var tenant = Create(Brisk);
        Control.Configure(knobs => knobs with { Faults = [Fault.Answering(429) with { RetryAfter = 60 }] });
        for (var login = 0; login < 30; login++)
        {
            await tenant.EvaluateAsync(Tenant.Login(), Ct);
        }

        Control.Configure(knobs => knobs with { Faults = [] });
        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Challenge>();
    }

    [Fact]
    public async Task Logins_that_are_made_to_fail_open_the_circuit_but_do_not_take_the_service_down()
    {
        await using var tenant = Create(Brisk);
        Control.Configure(knobs => knobs with { Faults = [Fault.Dropped with { Path = "/actions/" }] });
        for (var login = 0; login < 10; login++)
        {
            await tenant.EvaluateAsync(Tenant.Login(), Ct);
        }

        (await tenant.AnswersAsync(Ct)).Should().BeTrue();
    }

    [Theory]
    [InlineData(401, true)]
    [InlineData(429, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task Whoever_speaks_is_not_down(int status, bool answers)
    {
        await using var tenant = Create(Brisk);
        Control.Configure(knobs => knobs with { Faults = [Fault.Answering(status)] });

        (await tenant.AnswersAsync(Ct)).Should().Be(answers);
    }

    [Fact]
    public async Task A_service_that_was_found_down_is_not_asked_by_every_login()
    {
        await using var tenant = Create(Impatient);
        Control.Configure(knobs => knobs with { Faults = [Fault.Hanging] });

        for (var login = 0; login < 20; login++)
        {
            (await tenant.AnswersAsync(Ct)).Should().BeFalse();
        }

        Control.Requests.Should().HaveCountLessThan(20);
    }

    [Fact]
    public async Task Wrong_passwords_cause_no_call_each()
    {
        for (var password = 0; password < 20; password++)
        {
            (await Tenant.IsAvailableAsync(Ct)).Should().BeTrue();
        }

        Control.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thousand_wrong_passwords_at_once_cause_one_call(bool answers)
    {
        var fault = new Fault { Delay = TimeSpan.FromMilliseconds(500), Status = answers ? null : 403 };
        Control.Configure(knobs => knobs with { Faults = [fault] });

        var found = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Tenant.IsAvailableAsync(Ct), Ct)));

        found.Should().AllBeEquivalentTo(answers);
        Control.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Whoever_leaves_does_not_take_the_answer_from_those_who_wait()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Control.Configure(knobs => knobs with { Faults = [new Fault { Delay = TimeSpan.FromMilliseconds(500) }] });
        var first = Tenant.IsAvailableAsync(leaving.Token);
        var second = Tenant.IsAvailableAsync(Ct);

        await leaving.CancelAsync();

        await first.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await second).Should().BeTrue();
        Control.Requests.Should().ContainSingle();
    }

    private async Task<ProviderDecision.Unavailable> EvaluateAsync(Fault fault)
    {
        await using var tenant = Create(fault == Fault.Hanging ? Impatient : Brisk);
        Control.Configure(knobs => knobs with { Faults = [fault] });
        return (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>().Subject;
    }
}
