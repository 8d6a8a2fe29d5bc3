using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Duende.Grants;

internal sealed class PushedRequestStore(IDbContextFactory<GrantsDbContext> contexts, IHttpContextAccessor http)
    : IPushedAuthorizationRequestStore
{
    private CancellationToken Ct => http.HttpContext?.RequestAborted ?? CancellationToken.None;

    public async Task StoreAsync(PushedAuthorizationRequest pushedAuthorizationRequest)
    {
        ArgumentNullException.ThrowIfNull(pushedAuthorizationRequest);
        await using var context = contexts.CreateDbContext();
        context.Add(new PushedRequestRecord
        {
            Hash = pushedAuthorizationRequest.ReferenceValueHash,
            ExpiresAt = pushedAuthorizationRequest.ExpiresAtUtc,
            Parameters = pushedAuthorizationRequest.Parameters,
        });
        await context.SaveChangesAsync(Ct);
    }

    public async Task ConsumeByHashAsync(string referenceValueHash)
    {
        await using var context = contexts.CreateDbContext();
        await context.Set<PushedRequestRecord>().Where(pushed => pushed.Hash == referenceValueHash).ExecuteDeleteAsync(Ct);
    }

    public async Task<PushedAuthorizationRequest?> GetByHashAsync(string referenceValueHash)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<PushedRequestRecord>().AsNoTracking().SingleOrDefaultAsync(pushed => pushed.Hash == referenceValueHash, Ct)
            is { } record
                ? new PushedAuthorizationRequest
                {
                    ReferenceValueHash = record.Hash, ExpiresAtUtc = record.ExpiresAt, Parameters = record.Parameters,
                }
                : null;
    }
}
