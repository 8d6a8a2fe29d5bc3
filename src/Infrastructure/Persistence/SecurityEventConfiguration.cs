using CleanLogin.Application.Ports;
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
        builder.Property(happened => happened.Address).HasMaxLength(64);
        builder.Property(happened => happened.UserAgent).HasMaxLength(LoginOrigin.MaxUserAgentLength);

        // What is still to be forgotten, and no more: it stays as small as that.
        builder.HasIndex(happened => happened.At).HasFilter("\"Address\" IS NOT NULL OR \"UserAgent\" IS NOT NULL");
    }
}
