namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class RecoveryCodeRecord
{
    public required string UserId { get; init; }

    public required byte[] Digest { get; init; }
}
