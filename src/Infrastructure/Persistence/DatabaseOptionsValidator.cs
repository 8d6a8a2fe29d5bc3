using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DatabaseOptions options)
    {
        if (!Enum.GetNames<DatabaseProvider>().Contains(options.Provider, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Database:Provider must be Sqlite or PostgreSql, not '{options.Provider}'.";
            yield break;
        }

        if (options.ConnectionString is null)
        {
            if (options.Product is DatabaseProvider.PostgreSql)
            {
                yield return "Database:ConnectionString must be set where Database:Provider is PostgreSql.";
            }
        }
        else if (!IsReadable(options.Product, options.ConnectionString))
        {
            yield return $"Database:ConnectionString must be a connection string of {options.Product} that names a database.";
        }
    }

    private static bool IsReadable(DatabaseProvider product, string text)
    {
        try
        {
            return product switch
            {
                DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(text).DataSource.Length > 0,
                DatabaseProvider.PostgreSql => !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Database),
            };
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or DbException)
        {
            return false;
        }
    }
}
