using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Sessions;

internal sealed class EndedSessionConfiguration : IEntityTypeConfiguration<EndedSessionRecord>
{
    public void Configure(EntityTypeBuilder<EndedSessionRecord> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("EndedSessions");
        builder.HasKey(ended => ended.Reference);
        builder.Property(ended => ended.Reference).HasMaxLength(64);
        builder.HasIndex(ended => ended.EndedAt);
    }
}
