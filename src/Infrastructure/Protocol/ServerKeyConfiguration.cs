using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Protocol;

internal sealed class ServerKeyConfiguration : IEntityTypeConfiguration<ServerKeyRecord>
{
    public void Configure(EntityTypeBuilder<ServerKeyRecord> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("ServerKeys");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Id).HasMaxLength(32);
    }
}
