using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Throttling;

internal sealed class AddressBudgetConfiguration : IEntityTypeConfiguration<AddressBudgetRecord>
{
    public void Configure(EntityTypeBuilder<AddressBudgetRecord> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("AddressBudgets");
        builder.HasKey(budget => budget.Key);
        builder.Property(budget => budget.Key).HasMaxLength(64);
        builder.HasIndex(budget => budget.Until);
    }
}
