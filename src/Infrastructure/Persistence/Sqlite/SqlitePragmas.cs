using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanLogin.Infrastructure.Persistence.Sqlite;

/// <summary>
/// What SQLite forgets with each connection. With a write-ahead log <c>NORMAL</c> is as safe against a crash of the process as
/// <c>FULL</c>. The busy time-out lets SQLite itself wait for another writer, in steps of milliseconds; the driver's own wait is 150 ms.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Commands = "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Commands;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls; the driver's only pretend.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
