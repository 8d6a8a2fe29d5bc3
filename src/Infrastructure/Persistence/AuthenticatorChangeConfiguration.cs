using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class AuthenticatorChangeConfiguration : IEntityTypeConfiguration<AuthenticatorChangeRecord>
{
    public void Configure(EntityTypeBuilder<AuthenticatorChangeRecord> builder)
    {
        builder.ToTable("AuthenticatorChanges");
        builder.HasKey(row => row.UserId);
        builder.Property(row => row.UserId).HasMaxLength(UserId.MaxLength);
    }
}
