using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Duende.Grants;

/// <summary>What the engine keeps, in tables and migrations of its own beside those of the login server.</summary>
internal abstract class GrantsDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The table of its migrations.</summary>
    public const string History = "__GrantsMigrationsHistory";

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<GrantRecord>(grant =>
        {
            grant.ToTable("Grants");
            grant.HasKey(row => row.Key);
            grant.Property(row => row.Key).HasMaxLength(200);
            grant.HasIndex(row => new { row.SubjectId, row.ClientId, row.Type });
            grant.HasIndex(row => new { row.SubjectId, row.SessionId, row.Type });
            grant.HasIndex(row => row.Expiration);
        });
        modelBuilder.Entity<PushedRequestRecord>(pushed =>
        {
            pushed.ToTable("PushedRequests");
            pushed.HasKey(row => row.Hash);
            pushed.Property(row => row.Hash).HasMaxLength(64);
            pushed.HasIndex(row => row.ExpiresAt);
        });
    }
}
