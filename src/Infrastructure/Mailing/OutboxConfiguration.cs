using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Mailing;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxRecord>
{
    public void Configure(EntityTypeBuilder<OutboxRecord> builder)
    {
        builder.ToTable("Outbox");
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Kind).HasMaxLength(64);
        builder.Property(mail => mail.UserId).HasMaxLength(UserId.MaxLength);
        builder.HasIndex(mail => mail.DueAt);
    }
}
