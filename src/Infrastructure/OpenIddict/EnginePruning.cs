using CleanLogin.Infrastructure.Pruning;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;

namespace CleanLogin.Infrastructure.OpenIddict;

internal sealed class EnginePruning(IServiceScopeFactory scopes, TimeProvider time) : IPrunable
{
    // Used tokens are kept as long as one of their line can live: a stolen one that comes back has to be recognised.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(15);

    public string Name => "tokens and authorizations";

    // The engine makes batches of its own.
    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var threshold = time.GetUtcNow() - Retention;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(threshold, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(threshold, ct);
        return false;
    }
}
