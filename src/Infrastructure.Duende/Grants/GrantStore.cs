using Duende.IdentityServer.Extensions;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Duende.Grants;

internal sealed class GrantStore(IDbContextFactory<GrantsDbContext> contexts, IHttpContextAccessor http) : IPersistedGrantStore
{
    private CancellationToken Ct => http.HttpContext?.RequestAborted ?? CancellationToken.None;

    public async Task StoreAsync(PersistedGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        await using var context = contexts.CreateDbContext();
        if (await context.Set<GrantRecord>().FindAsync([grant.Key], Ct) is { } existing)
        {
            Copy(grant, existing);
        }
        else
        {
            context.Add(Copy(grant, new GrantRecord
            {
                Key = grant.Key, Type = grant.Type, ClientId = grant.ClientId, CreationTime = grant.CreationTime, Data = grant.Data,
            }));
        }

        await context.SaveChangesAsync(Ct);
    }

    public async Task<PersistedGrant?> GetAsync(string key)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<GrantRecord>().AsNoTracking().SingleOrDefaultAsync(grant => grant.Key == key, Ct) is { } record
            ? Read(record)
            : null;
    }

    public async Task<IEnumerable<PersistedGrant>> GetAllAsync(PersistedGrantFilter filter)
    {
        await using var context = contexts.CreateDbContext();
        return (await Matching(context, filter).AsNoTracking().ToListAsync(Ct)).ConvertAll(Read);
    }

    public async Task RemoveAsync(string key)
    {
        await using var context = contexts.CreateDbContext();
        await context.Set<GrantRecord>().Where(grant => grant.Key == key).ExecuteDeleteAsync(Ct);
    }

    public async Task RemoveAllAsync(PersistedGrantFilter filter)
    {
        await using var context = contexts.CreateDbContext();
        await Matching(context, filter).ExecuteDeleteAsync(Ct);
    }

    private static IQueryable<GrantRecord> Matching(GrantsDbContext context, PersistedGrantFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        filter.Validate();
        var (clients, types) = (filter.ClientIds?.ToArray(), filter.Types?.ToArray());
        return context.Set<GrantRecord>()
            .Where(grant => filter.SubjectId == null || grant.SubjectId == filter.SubjectId)
            .Where(grant => filter.SessionId == null || grant.SessionId == filter.SessionId)
            .Where(grant => filter.ClientId == null || grant.ClientId == filter.ClientId)
            .Where(grant => clients == null || clients.Contains(grant.ClientId))
            .Where(grant => filter.Type == null || grant.Type == filter.Type)
            .Where(grant => types == null || types.Contains(grant.Type));
    }

    private static GrantRecord Copy(PersistedGrant grant, GrantRecord record)
    {
        record.Type = grant.Type;
        record.SubjectId = grant.SubjectId;
        record.SessionId = grant.SessionId;
        record.ClientId = grant.ClientId;
        record.Description = grant.Description;
        record.CreationTime = grant.CreationTime;
        record.Expiration = grant.Expiration;
        record.ConsumedTime = grant.ConsumedTime;
        record.Data = grant.Data;
        return record;
    }

    private static PersistedGrant Read(GrantRecord record) => new()
    {
        Key = record.Key,
        Type = record.Type,
        SubjectId = record.SubjectId!,
        SessionId = record.SessionId,
        ClientId = record.ClientId,
        Description = record.Description,
        CreationTime = record.CreationTime,
        Expiration = record.Expiration,
        ConsumedTime = record.ConsumedTime,
        Data = record.Data,
    };
}
