using CleanLogin.Application.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Sessions;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<SessionRecord>
{
    public void Configure(EntityTypeBuilder<SessionRecord> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Sessions");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).HasMaxLength(64);
        builder.Property(session => session.Subject).HasMaxLength(255);
        builder.Property(session => session.UserAgent).HasMaxLength(LoginOrigin.MaxUserAgentLength);
        builder.Property(session => session.Address).HasMaxLength(64);
        builder.HasIndex(session => session.Subject);
        builder.HasIndex(session => session.ExpiresAt);
    }
}
