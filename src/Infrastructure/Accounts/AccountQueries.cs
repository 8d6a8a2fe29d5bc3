using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

/// <summary>The queries of every login, compiled once. A compiled query belongs to one model: hence an instance, not a static.</summary>
internal sealed class AccountQueries
{
    /// <summary>By normalised name.</summary>
    public Func<CleanLoginDbContext, string, CancellationToken, Task<AccountRecord?>> ByName { get; } =
        EF.CompileAsyncQuery((CleanLoginDbContext context, string name, CancellationToken ct) =>
            context.Users.AsNoTracking().SingleOrDefault(account => account.NormalizedUserName == name));

    /// <summary>By id.</summary>
    public Func<CleanLoginDbContext, string, CancellationToken, Task<AccountRecord?>> ById { get; } =
        EF.CompileAsyncQuery((CleanLoginDbContext context, string id, CancellationToken ct) =>
            context.Users.AsNoTracking().SingleOrDefault(account => account.Id == id));
}
