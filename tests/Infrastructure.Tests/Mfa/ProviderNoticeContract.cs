using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mfa;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Sessions;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>A message of the MFA provider takes effect whole and once, on every database.</summary>
public abstract class ProviderNoticeContract(ITestDatabases databases) : IAsyncLifetime
{
    // Alice of the development accounts.
    private static readonly UserId Alice = new("a11ce000-0000-4000-8000-000000000001");

    private readonly TemporaryFolder _folder = new();
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private InfrastructureHost Host => _host!;

    private IProviderNotices Notices => Host.Services.GetRequiredService<IProviderNotices>();

    public async ValueTask InitializeAsync() =>
        _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Older_logins_end_and_later_ones_stay()
    {
        await AddSessionAsync("older", Alice.Value, Moments.After(-1));
        await AddSessionAsync("later", Alice.Value, Moments.Start);
        await AddSessionAsync("bobs", "somebody-else", Moments.After(-1));

        (await Notices.RecordAsync(Notice("event-1", Moments.Start), Ct)).Should().BeTrue();

        (await SessionsAsync()).Should().BeEquivalentTo("later", "bobs");
        (await AccountAsync()).SignedOutBefore.Should().Be(Moments.Start);
        (await EventsAsync()).Should().Equal("authenticator.provider_added");
    }

    [Fact]
    public async Task A_message_that_comes_again_has_no_effect()
    {
        await Notices.RecordAsync(Notice("event-1", Moments.Start), Ct);
        await AddSessionAsync("older", Alice.Value, Moments.After(-1));

        (await Notices.RecordAsync(Notice("event-1", Moments.After(60)), Ct)).Should().BeFalse();

        (await SessionsAsync()).Should().Equal("older");
        (await AccountAsync()).SignedOutBefore.Should().Be(Moments.Start);
        (await EventsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Of_parallel_deliveries_one_takes_effect()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Notices.RecordAsync(Notice("event-1", Moments.Start), Ct)));

        taken.Count(done => done).Should().Be(1);
        (await EventsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_message_that_comes_late_does_not_bring_ended_logins_back()
    {
        await Notices.RecordAsync(Notice("event-2", Moments.After(60)), Ct);

        await Notices.RecordAsync(Notice("event-1", Moments.Start), Ct);

        (await AccountAsync()).SignedOutBefore.Should().Be(Moments.After(60));
    }

    [Fact]
    public async Task A_message_that_ends_no_login_is_recorded_all_the_same()
    {
        await AddSessionAsync("older", Alice.Value, Moments.After(-1));

        await Notices.RecordAsync(Notice("event-1", null), Ct);

        (await SessionsAsync()).Should().Equal("older");
        (await AccountAsync()).SignedOutBefore.Should().BeNull();
        (await EventsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Ids_are_forgotten_when_nobody_can_send_them_again()
    {
        var pruning = Host.Services.GetServices<IPrunable>().OfType<ProviderNoticePruning>().Single();
        var now = Host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Notices.RecordAsync(Notice("old", null, now.AddDays(-2)), Ct);
        await Notices.RecordAsync(Notice("young", null, now), Ct);

        await pruning.ForgetSomeAsync(Ct);

        (await Notices.RecordAsync(Notice("young", null, now), Ct)).Should().BeFalse();
        (await Notices.RecordAsync(Notice("old", null, now), Ct)).Should().BeTrue();
    }

    private static ProviderNotice Notice(string id, DateTimeOffset? before, DateTimeOffset? receivedAt = null) => new(
        id,
        receivedAt ?? Moments.Start,
        Alice,
        before,
        [new ProviderAuthenticatorAdded(Moments.Start, Alice, ProviderMethod.Parse("PASSKEY"))]);

    private async Task AddSessionAsync(string id, string subject, DateTimeOffset authenticatedAt)
    {
        await using var context = Host.OpenContext();
        context.Add(new SessionRecord
        {
            Id = id,
            Subject = subject,
            DisplayName = "Somebody",
            Methods = "password otp",
            AuthenticatedAt = authenticatedAt,
            LastSeenAt = authenticatedAt,
            ExpiresAt = Moments.After(3600),
        });
        await context.SaveChangesAsync(Ct);
    }

    private async Task<List<string>> SessionsAsync()
    {
        await using var context = Host.OpenContext();
        return await context.Set<SessionRecord>().Select(session => session.Id).ToListAsync(Ct);
    }

    private async Task<Account> AccountAsync() => (await Host.Services.GetRequiredService<IAccounts>().FindAsync(Alice, Ct))!;

    private async Task<List<string>> EventsAsync()
    {
        await using var context = Host.OpenContext();
        return await context.Set<SecurityEventRecord>().Select(happened => happened.Code).ToListAsync(Ct);
    }
}

public sealed class SqliteProviderNoticeTests(SqliteFiles files) : ProviderNoticeContract(files);

public sealed class PostgreSqlProviderNoticeTests(PostgreSqlCluster cluster) : ProviderNoticeContract(cluster);
