using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Persistence;

/// <summary>Turns at changing somebody's authenticators, on every database.</summary>
public abstract class AuthenticatorChangesContract(ITestDatabases databases) : IAsyncLifetime
{
    private static readonly UserId Alice = new("id-of-alice");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAuthenticatorChanges Changes => _host!.Services.GetRequiredService<IAuthenticatorChanges>();

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
    public async Task Of_fifty_who_ask_at_once_one_has_the_turn()
    {
        var turns = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Changes.TryBeginAsync(Alice, Ct))));

        turns.Should().ContainSingle(turn => turn != null);
    }

    [Fact]
    public async Task A_turn_that_is_given_back_is_free_and_other_people_never_wait()
    {
        await using (var first = await Changes.TryBeginAsync(Alice, Ct))
        {
            first.Should().NotBeNull();
            (await Changes.TryBeginAsync(Alice, Ct)).Should().BeNull();
            (await Changes.TryBeginAsync(new UserId("id-of-bob"), Ct)).Should().NotBeNull();
        }

        (await Changes.TryBeginAsync(Alice, Ct)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_turn_that_is_never_given_back_ends_by_itself_and_then_ends_no_other()
    {
        var lost = await Changes.TryBeginAsync(Alice, Ct);
        _time.Advance(TimeSpan.FromMinutes(1));

        (await Changes.TryBeginAsync(Alice, Ct)).Should().NotBeNull();
        await lost!.DisposeAsync();

        (await Changes.TryBeginAsync(Alice, Ct)).Should().BeNull();
    }
}
