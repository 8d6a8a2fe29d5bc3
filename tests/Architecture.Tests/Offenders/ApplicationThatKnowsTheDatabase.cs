using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Architecture.Tests.Offenders;

public sealed class ApplicationThatKnowsTheDatabase
{
    public static Task SaveAsync(object database, CancellationToken ct) => ((DbContext)database).SaveChangesAsync(ct);
}
