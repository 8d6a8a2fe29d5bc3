using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<AccountRecord>
{
    public void Configure(EntityTypeBuilder<AccountRecord> builder)
    {
        builder.Property(account => account.Id).HasMaxLength(UserId.MaxLength);
        builder.Property(account => account.DisplayName).HasMaxLength(256);
    }
}
