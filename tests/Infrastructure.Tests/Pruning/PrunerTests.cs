using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Tests.Authsignal;
using CleanLogin.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Pruning;

public sealed class PrunerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private readonly CollectedLog _log = new();
    private readonly LoggerFactory _loggers;

    public PrunerTests() => _loggers = new LoggerFactory([_log]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public async Task A_store_that_fails_is_logged_by_name_and_holds_up_no_other()
    {
        var broken = FakeStore.Broken("broken things");
        var other = new FakeStore("other things", _ => false);
        using var pruner = APruner(broken, other);

        await pruner.PruneAsync(Ct);
        await pruner.PruneAsync(Ct);

        broken.Asked.Should().Be(2);
        other.Asked.Should().Be(2);
        _log.Text.Should().Contain("could not be removed from the broken things").And.NotContain("other things");
    }

    [Fact]
    public async Task A_store_is_asked_until_it_has_nothing_more_with_a_breath_between()
    {
        var store = new FakeStore("many things", asked => asked < 3);
        using var pruner = APruner(store);

        var round = pruner.PruneAsync(Ct);
        for (var expected = 1; expected < 3; expected++)
        {
            store.Asked.Should().Be(expected);
            round.IsCompleted.Should().BeFalse("whoever waits to write gets a turn");
            _time.Advance(TimeSpan.FromMilliseconds(50));
        }

        await round;
        store.Asked.Should().Be(3);
    }

    [Fact]
    public async Task A_host_that_stops_ends_the_round_and_logs_no_failure()
    {
        using var stopping = new CancellationTokenSource();
        var next = new FakeStore("next things", _ => false);
        using var pruner = APruner(new FakeStore("endless things", _ => true), next);

        var round = pruner.PruneAsync(stopping.Token);
        await stopping.CancelAsync();

        await FluentActions.Awaiting(() => round).Should().ThrowAsync<OperationCanceledException>();
        next.Asked.Should().Be(0);
        _log.Text.Should().BeEmpty();
    }

    [Fact]
    public async Task Rounds_begin_soon_after_the_start_and_go_on_each_hour_whatever_fails()
    {
        var store = FakeStore.Broken("broken things");
        using var pruner = APruner(store);
        await pruner.StartAsync(Ct);

        // The rounds run beside the test: the clock moves on until the third has come.
        while (store.Asked < 3)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1, Ct);
        }

        await pruner.StopAsync(Ct);
        _time.GetUtcNow().Should().BeAfter(Moments.Start.AddHours(2));
    }

    private Pruner APruner(params IPrunable[] stores) => new(stores, _time, _loggers.CreateLogger<Pruner>());
}
