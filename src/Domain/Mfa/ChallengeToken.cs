namespace CleanLogin.Domain.Mfa;

/// <summary>The token with which a browser comes back from a challenge. A capability: never logged, never put into a page.</summary>
public sealed class ChallengeToken
{
    /// <summary>Longest token accepted, in characters.</summary>
    public const int MaxLength = 8192;

    private readonly string _value;

    private ChallengeToken(string value) => _value = value;

    /// <summary>Takes what the callback received; null where it is missing or too long.</summary>
    public static ChallengeToken? Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength } ? new ChallengeToken(text) : null;

    /// <summary>The value, for the provider and the redirect to the callback alone.</summary>
    public string Reveal() => _value;

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(ChallengeToken);
}
