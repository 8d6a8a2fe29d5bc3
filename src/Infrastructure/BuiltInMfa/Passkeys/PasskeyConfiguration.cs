using CleanLogin.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

// As version 3 of Identity's schema has it. The base context adds the table only where Identity's own services are registered.
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<PasskeyRecord>
{
    // WebAuthn Level 3 §4: 1023 bytes at the most.
    private const int CredentialIdLength = 1024;

    public void Configure(EntityTypeBuilder<PasskeyRecord> builder)
    {
        builder.ToTable("AspNetUserPasskeys");
        builder.HasKey(row => row.CredentialId);
        builder.Property(row => row.CredentialId).HasMaxLength(CredentialIdLength);
        builder.HasOne<AccountRecord>().WithMany().HasForeignKey(row => row.UserId).IsRequired();
        builder.OwnsOne(row => row.Data).ToJson();
        builder.Ignore(row => row.Name);
    }
}
