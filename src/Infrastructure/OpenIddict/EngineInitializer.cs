using System.Data.Common;
using CleanLogin.Infrastructure.Clients;
using CleanLogin.Infrastructure.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Makes the keys and brings the engine's clients and scopes to what is configured, no more and no less.</summary>
internal sealed class EngineInitializer(
    ServerKeys keys, RemovedClients removed, IServiceScopeFactory scopes, IOptions<ClientsOptions> clients)
    : IHostedService
{
    // Hosts that start together want the same rows, and one of them gets through in every round.
    private const int MostRounds = 8;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.EnsureAsync(cancellationToken);
        var round = 1;
        while (!await TrySaveAsync(round, cancellationToken))
        {
            round++;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> TrySaveAsync(int round, CancellationToken ct)
    {
        try
        {
            await SaveAllAsync(ct);
            return true;
        }
        catch (Exception conflict) when (round < MostRounds && IsConflict(conflict))
        {
            return false;
        }
    }

    // The engine finds a client that another host has just made invalid; PostgreSQL's adapter tells of a deadlock in the last form.
    private static bool IsConflict(Exception failure) =>
        failure is OpenIddictExceptions.ConcurrencyException or OpenIddictExceptions.ValidationException or DbUpdateException or DbException
        || failure is InvalidOperationException { InnerException: DbException or DbUpdateException };

    private async Task SaveAllAsync(CancellationToken ct)
    {
        // A scope for each round: a context remembers the rows that could not be saved.
        await using var scope = scopes.CreateAsyncScope();
        await SaveScopesAsync(scope.ServiceProvider.GetRequiredService<IOpenIddictScopeManager>(), ct);
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var (id, client) in clients.Value.All)
        {
            await SaveAsync(applications, ClientDescriptor.From(id, client), ct);
        }

        await removed.DeleteAsync([.. clients.Value.All.Keys], ct);
    }

    private async Task SaveScopesAsync(IOpenIddictScopeManager manager, CancellationToken ct)
    {
        var wanted = clients.Value.All.Values.SelectMany(client => client.Scopes).Distinct(StringComparer.Ordinal)
            .Where(scope => !IdentityScopes.All.Contains(scope, StringComparer.Ordinal));
        foreach (var name in wanted)
        {
            if (await manager.FindByNameAsync(name, ct) is null)
            {
                await manager.CreateAsync(new OpenIddictScopeDescriptor { Name = name, Resources = { name } }, ct);
            }
        }
    }

    private static async Task SaveAsync(
        IOpenIddictApplicationManager manager, OpenIddictApplicationDescriptor descriptor, CancellationToken ct)
    {
        if (await manager.FindByClientIdAsync(descriptor.ClientId!, ct) is { } existing)
        {
            await manager.UpdateAsync(existing, descriptor, ct);
        }
        else
        {
            await manager.CreateAsync(descriptor, ct);
        }
    }
}
