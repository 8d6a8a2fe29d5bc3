using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.DataProtection;

internal sealed class CanaryConfiguration : IEntityTypeConfiguration<Canary>
{
    public void Configure(EntityTypeBuilder<Canary> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("KeyRingCanary");
        builder.Property(canary => canary.Id).ValueGeneratedNever();
    }
}
