using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCodeRecord>
{
    public void Configure(EntityTypeBuilder<RecoveryCodeRecord> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(row => new { row.UserId, row.Digest });
        builder.Property(row => row.UserId).HasMaxLength(UserId.MaxLength);
    }
}
