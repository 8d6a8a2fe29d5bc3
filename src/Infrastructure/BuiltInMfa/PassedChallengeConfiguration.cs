using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class PassedChallengeConfiguration : IEntityTypeConfiguration<PassedChallengeRecord>
{
    public void Configure(EntityTypeBuilder<PassedChallengeRecord> builder)
    {
        builder.ToTable("PassedChallenges");
        builder.HasKey(row => row.TokenDigest);
        builder.HasIndex(row => row.At);
        builder.Property(row => row.UserId).HasMaxLength(UserId.MaxLength);
        builder.Property(row => row.Action).HasMaxLength(64);
        builder.Property(row => row.Reference).HasMaxLength(64);
        builder.Property(row => row.Method).HasMaxLength(64);
    }
}
