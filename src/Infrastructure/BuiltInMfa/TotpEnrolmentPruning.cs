using CleanLogin.Application.Login;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>Forgets secrets that were shown and never confirmed, as soon as the login that could confirm them is over.</summary>
internal sealed class TotpEnrolmentPruning(
    IDbContextFactory<CleanLoginDbContext> contexts, LoginLifetime lifetime, TimeProvider time) : IPrunable
{
    public string Name => "unfinished enrolments";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = time.GetUtcNow() - lifetime.Value;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<TotpEnrolmentRecord>()
            .Where(enrolment => enrolment.BeganAt <= threshold)
            .OrderBy(enrolment => enrolment.BeganAt)
            .DeleteSomeAsync(ct);
    }
}
