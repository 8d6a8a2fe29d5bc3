using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class SecurityEventConfiguration : IEntityTypeConfiguration<SecurityEventRecord>
{
    public void Configure(EntityTypeBuilder<SecurityEventRecord> builder)
    {
        builder.ToTable("SecurityEvents");
        builder.HasKey(happened => happened.Id);
        builder.HasIndex(happened => new { happened.UserId, happened.At });
        builder.Property(happened => happened.Code).HasMaxLength(64);
        builder.Property(happened => happened.UserId).HasMaxLength(UserId.MaxLength);
        builder.Property(happened => happened.Detail).HasMaxLength(256);
    }
}
