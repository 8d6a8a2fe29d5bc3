using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

internal sealed class PasswordResetPruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    public string Name => "ways to a new password";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<PasswordResetRecord>()
            .Where(reset => reset.ExpiresAt <= now)
            .OrderBy(reset => reset.ExpiresAt)
            .DeleteSomeAsync(ct);
    }
}
