using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class TotpAuthenticatorConfiguration : IEntityTypeConfiguration<TotpAuthenticatorRecord>
{
    public void Configure(EntityTypeBuilder<TotpAuthenticatorRecord> builder)
    {
        builder.ToTable("TotpAuthenticators");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.UserId);
        builder.Property(row => row.UserId).HasMaxLength(UserId.MaxLength);
    }
}
