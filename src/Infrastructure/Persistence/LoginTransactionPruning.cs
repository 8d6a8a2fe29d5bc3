using CleanLogin.Domain.Login;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class LoginTransactionPruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    // Whoever comes back late still finds the same request and the user name filled in.
    private static readonly TimeSpan KeptAfterExpiry = TimeSpan.FromDays(1);

    public string Name => "logins";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = time.GetUtcNow() - KeptAfterExpiry;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<LoginTransaction>()
            .Where(login => login.ExpiresAt <= threshold)
            .OrderBy(login => login.ExpiresAt)
            .DeleteSomeAsync(ct);
    }
}
