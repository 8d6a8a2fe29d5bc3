namespace CleanLogin.Infrastructure.Mfa;

internal sealed class ProviderNoticeRecord
{
    public required string Id { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
