using CleanLogin.Infrastructure.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>
/// The one database: accounts in the schema of ASP.NET Core Identity, everything else beside it. Column types differ between the
/// products, so each has its own context and its own migrations.
/// </summary>
internal abstract class CleanLoginDbContext(DbContextOptions options)
    : IdentityUserContext<AccountRecord>(options), IDataProtectionKeyContext
{
    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>With passkeys. Fixed here, so that tools which build the context by hand see the same tables.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var assembly = typeof(CleanLoginDbContext).Assembly;
        builder.ApplyConfigurationsFromAssembly(assembly);
        foreach (var part in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IModelPart))))
        {
            ((IModelPart)Activator.CreateInstance(part, nonPublic: true)!).AddTo(builder);
        }
    }
}
