using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Sessions;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.Tests.Sessions;

/// <summary>How long sessions live and what is left of them, on every database.</summary>
public abstract class SessionContract(ITestDatabases databases) : IAsyncLifetime
{
    private static readonly LoginOrigin Somewhere = new(IPAddress.Parse("203.0.113.7"), "Browser/1.0", DeviceId: null);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IServiceProvider Services => _host!.Services;

    private SessionStore Store => Services.GetRequiredService<SessionStore>();

    public async ValueTask InitializeAsync() => _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, _time);

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
    public async Task A_session_is_found_by_its_token_and_by_nothing_else()
    {
        var (token, _) = await Store.BeginAsync(ALogin(), Somewhere, Ct);

        (await Store.FindAsync(token, Ct))!.Subject.Should().Be("id-of-alice");
        (await Store.FindAsync(token + "A", Ct)).Should().BeNull();
        (await Store.FindAsync((await RowsAsync()).Single().Id, Ct)).Should().BeNull();
    }

    [Fact]
    public async Task An_hour_without_use_ends_it()
    {
        var (token, _) = await Store.BeginAsync(ALogin(), Somewhere, Ct);

        _time.Advance(TimeSpan.FromHours(1));

        (await Store.FindAsync(token, Ct)).Should().BeNull();
    }

    [Fact]
    public async Task Use_keeps_it_alive_for_a_day_and_no_longer()
    {
        var (token, expiresAt) = await Store.BeginAsync(ALogin(), Somewhere, Ct);
        while (_time.GetUtcNow() + TimeSpan.FromMinutes(50) < expiresAt)
        {
            _time.Advance(TimeSpan.FromMinutes(50));
            (await Store.FindAsync(token, Ct)).Should().NotBeNull();
        }

        _time.SetUtcNow(expiresAt);

        expiresAt.Should().Be(Moments.Start.AddHours(24));
        (await Store.FindAsync(token, Ct)).Should().BeNull();
    }

    [Fact]
    public async Task Use_within_a_minute_writes_nothing()
    {
        var (token, _) = await Store.BeginAsync(ALogin(), Somewhere, Ct);
        _time.Advance(TimeSpan.FromSeconds(59));
        await Store.FindAsync(token, Ct);

        (await RowsAsync()).Single().LastSeenAt.Should().Be(Moments.Start);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_gone()
    {
        var (token, _) = await Store.BeginAsync(ALogin(), Somewhere, Ct);

        await Store.EndAsync(token, Ct);

        (await Store.FindAsync(token, Ct)).Should().BeNull();
        (await RowsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_name_of_a_session_is_neither_its_token_nor_its_key()
    {
        var (token, _) = await Store.BeginAsync(ALogin(), Somewhere, Ct);

        var reference = SessionStore.ReferenceOf(token);

        reference.Should().HaveLength(22).And.Be(SessionStore.ReferenceOf(token));
        reference.Should().NotContainAny(token[..8], (await RowsAsync()).Single().Id[..8]);
    }

    [Fact]
    public async Task Pruning_removes_what_has_run_out_and_nothing_else()
    {
        var (_, _) = await Store.BeginAsync(ALogin(), Somewhere, Ct);
        await SaveTokenAsync();
        _time.Advance(TimeSpan.FromDays(16));
        var (alive, _) = await Store.BeginAsync(ALogin(), Somewhere, Ct);
        await SaveTokenAsync();

        await Services.GetServices<IHostedService>().OfType<Pruner>().Single().PruneAsync(Ct);

        (await RowsAsync()).Should().ContainSingle();
        (await Store.FindAsync(alive, Ct)).Should().NotBeNull();
        (await CountTokensAsync()).Should().Be(1);
    }

    private static LoginCompletion ALogin() => new(Given.ALoginTransaction().Succeeded().Build().Ticket!, "Alice");

    private async Task<List<SessionRecord>> RowsAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<SessionRecord>().AsNoTracking().ToListAsync(Ct);
    }

    private async Task SaveTokenAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var now = _time.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().CreateAsync(
            new OpenIddictTokenDescriptor
            {
                CreationDate = now,
                ExpirationDate = now.AddMinutes(1),
                Status = Statuses.Redeemed,
                Subject = "id-of-alice",
                Type = TokenTypeHints.RefreshToken,
            },
            Ct);
    }

    private async Task<long> CountTokensAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().CountAsync(Ct);
    }
}
