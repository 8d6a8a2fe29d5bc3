using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Passwords;

namespace CleanLogin.Infrastructure.Tests.Passwords;

public sealed class HashingSchedulerTests : HashingSchedulerContract, IDisposable
{
    private const int WaitingPerProcessor = 100;

    private readonly HashingScheduler _scheduler = new();

    private protected override IHashingScheduler Scheduler => _scheduler;

    public void Dispose() => _scheduler.Dispose();

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_sent_away_and_the_others_are_served()
    {
        var ct = TestContext.Current.CancellationToken;
        using var gate = new ManualResetEventSlim();
        var admitted = Enumerable.Range(0, Environment.ProcessorCount * (1 + WaitingPerProcessor))
            .Select(number => _scheduler.RunAsync(
                () =>
                {
                    gate.Wait(ct);
                    return number;
                },
                ct))
            .ToArray();

        var surplus = _scheduler.RunAsync(() => -1, ct);
        gate.Set();

        await surplus.Awaiting(task => task).Should().ThrowAsync<HashingOverloadedException>();
        (await Task.WhenAll(admitted)).Should().HaveCount(admitted.Length);
        (await _scheduler.RunAsync(() => 1, ct)).Should().Be(1);
    }
}
