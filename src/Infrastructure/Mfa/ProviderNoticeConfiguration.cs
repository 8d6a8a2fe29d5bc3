using CleanLogin.Application.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Mfa;

internal sealed class ProviderNoticeConfiguration : IEntityTypeConfiguration<ProviderNoticeRecord>
{
    public void Configure(EntityTypeBuilder<ProviderNoticeRecord> builder)
    {
        builder.ToTable("ProviderNotices");
        builder.HasKey(notice => notice.Id);
        builder.HasIndex(notice => notice.ReceivedAt);
        builder.Property(notice => notice.Id).HasMaxLength(ProviderNotice.MaxIdLength);
    }
}
