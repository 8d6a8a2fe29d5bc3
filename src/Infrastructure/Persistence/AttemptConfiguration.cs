using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<AttemptRecord>
{
    public void Configure(EntityTypeBuilder<AttemptRecord> builder)
    {
        builder.ToTable("Attempts");
        builder.HasKey(attempt => attempt.Key);
        builder.Property(attempt => attempt.Key).HasMaxLength(64);
    }
}
