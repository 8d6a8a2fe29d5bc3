using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class TotpEnrolmentConfiguration : IEntityTypeConfiguration<TotpEnrolmentRecord>
{
    public void Configure(EntityTypeBuilder<TotpEnrolmentRecord> builder)
    {
        builder.ToTable("TotpEnrolments");
        builder.HasKey(row => row.TransactionId);
        builder.Property(row => row.TransactionId).ValueGeneratedNever();
        builder.HasIndex(row => row.BeganAt);
        builder.Property(row => row.UserId).HasMaxLength(UserId.MaxLength);
    }
}
