using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.BuiltInMfa.Passkeys;
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
    : IdentityUserContext<AccountRecord, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>, PasskeyRecord>(
        options),
        IDataProtectionKeyContext
{
    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

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
