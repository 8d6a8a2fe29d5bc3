using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

internal sealed class SpentChallengeConfiguration : IEntityTypeConfiguration<SpentChallengeRecord>
{
    public void Configure(EntityTypeBuilder<SpentChallengeRecord> builder)
    {
        builder.ToTable("SpentPasskeyChallenges");
        builder.HasKey(row => row.Digest);
        builder.HasIndex(row => row.At);
    }
}
