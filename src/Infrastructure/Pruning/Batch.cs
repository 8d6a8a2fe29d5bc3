using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Pruning;

internal static class Batch
{
    /// <summary>Rows in one write. SQLite has one writer at a time; deleting so many takes it a few milliseconds.</summary>
    public const int Size = 500;

    /// <summary>Deletes the first of these rows; true: there may be more. To be ordered by a key that does not change.</summary>
    public static async Task<bool> DeleteSomeAsync<T>(this IOrderedQueryable<T> rows, CancellationToken ct) =>
        await rows.Take(Size).ExecuteDeleteAsync(ct) == Size;
}
