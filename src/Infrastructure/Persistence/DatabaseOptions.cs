namespace CleanLogin.Infrastructure.Persistence;

/// <summary>Where the data is kept.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Database";

    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    public string Provider { get; init; } = nameof(DatabaseProvider.Sqlite);

    /// <summary>For SQLite it may be left out: the file <c>cleanlogin.db</c> in the data folder. A secret: it is never shown.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The provider; valid options only.</summary>
    internal DatabaseProvider Product => Enum.Parse<DatabaseProvider>(Provider, ignoreCase: true);
}
