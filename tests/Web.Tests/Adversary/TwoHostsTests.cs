using CleanLogin.Domain.Accounts;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Several hosts on one database count as one.</summary>
public sealed class TwoHostsTests(PostgreSqlCluster databases)
{
    [Fact]
    public async Task Two_hundred_guesses_at_once_at_two_hosts_are_no_more_than_are_free()
    {
        Assert.SkipWhen(databases.Missing is not null, databases.Missing ?? string.Empty);
        await using var database = await databases.NewAsync(LoginServer.StartOnceAsync);
        await using var first = new LoginServer(settings: database.Settings);
        await using var second = new LoginServer(settings: database.Settings);
        var attackers = new[] { await ManyGuesses.AgainstAsync(first), await ManyGuesses.AgainstAsync(second) };

        var statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(guess =>
            Task.Run(() => attackers[guess % 2].GuessAsync("alice", $"198.51.{guess}.1"), TestContext.Current.CancellationToken)));

        statuses.Count(status => status == 200).Should().Be(AttemptLimit.FreeFailures + 1);
        statuses.Count(status => status == 429).Should().Be(200 - AttemptLimit.FreeFailures - 1);
    }
}
