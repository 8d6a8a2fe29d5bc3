namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>A challenge that was answered. It is a row from its right answer until it would have run out.</summary>
internal sealed class SpentChallengeRecord
{
    public required byte[] Digest { get; init; }

    public required DateTimeOffset At { get; init; }
}
