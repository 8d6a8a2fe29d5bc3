using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Throttling;

internal sealed class AddressBudgetConfiguration : IEntityTypeConfiguration<AddressBudgetRecord>
{
    public void Configure(EntityTypeBuilder<AddressBudgetRecord> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("AddressBudgets");
        builder.HasKey(budget => budget.Block);
        builder.Property(budget => budget.Block).HasMaxLength(64);
        builder.HasIndex(budget => budget.Until);
    }
}
