using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Accounts;

internal sealed class PasswordResetConfiguration : IEntityTypeConfiguration<PasswordResetRecord>
{
    public void Configure(EntityTypeBuilder<PasswordResetRecord> builder)
    {
        builder.ToTable("PasswordResets");
        builder.HasKey(reset => new { reset.Name, reset.Slot });
        builder.Property(reset => reset.Name).HasMaxLength(64);
        builder.Property(reset => reset.UserId).HasMaxLength(UserId.MaxLength);
        builder.Property(reset => reset.Digest).HasMaxLength(64);
        builder.HasIndex(reset => reset.Digest).IsUnique();
        builder.HasIndex(reset => reset.UserId);
        builder.HasIndex(reset => reset.ExpiresAt);
    }
}
