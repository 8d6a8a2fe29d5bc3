using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Makes the keys and brings the engine's clients and scopes to what is configured.</summary>
internal sealed class EngineInitializer(ServerKeys keys, IServiceScopeFactory scopes, IOptions<ClientsOptions> clients) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.EnsureAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await SaveScopesAsync(scope.ServiceProvider.GetRequiredService<IOpenIddictScopeManager>(), cancellationToken);
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var (id, client) in clients.Value.All)
        {
            await SaveAsync(applications, ClientDescriptor.From(id, client), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SaveScopesAsync(IOpenIddictScopeManager manager, CancellationToken ct)
    {
        var wanted = clients.Value.All.Values.SelectMany(client => client.Scopes).Distinct(StringComparer.Ordinal)
            .Where(scope => !EngineScopes.Identity.Contains(scope, StringComparer.Ordinal));
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
