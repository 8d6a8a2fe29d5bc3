using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.Tests.Passwords;

/// <summary>What the use cases rely on when they have a password hashed.</summary>
public abstract class HashingSchedulerContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected abstract IHashingScheduler Scheduler { get; }

    [Fact]
    public async Task The_work_is_done_once_and_its_result_comes_back()
    {
        var runs = 0;

        (await Scheduler.RunAsync(() => ++runs, Ct)).Should().Be(1);

        runs.Should().Be(1);
    }

    [Fact]
    public async Task A_failure_of_the_work_comes_back_as_it_is_and_leaves_the_next_its_turn()
    {
        for (var time = 0; time <= Environment.ProcessorCount; time++)
        {
            await Scheduler.Awaiting(it => it.RunAsync<int>(() => throw new FormatException(), Ct)).Should().ThrowAsync<FormatException>();
        }

        (await Scheduler.RunAsync(() => 1, Ct)).Should().Be(1);
    }

    [Fact]
    public async Task Work_of_a_caller_who_has_gone_is_not_begun()
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        var runs = 0;

        await Scheduler.Awaiting(it => it.RunAsync(() => ++runs, caller.Token)).Should().ThrowAsync<OperationCanceledException>();

        runs.Should().Be(0);
    }
}
