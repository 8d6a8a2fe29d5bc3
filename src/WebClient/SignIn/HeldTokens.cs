namespace CleanLogin.WebClient.SignIn;

/// <summary>The tokens in the session of a person. A class, so that it does not print its secrets.</summary>
internal sealed class HeldTokens
{
    public static HeldTokens None { get; } = new();

    public string? AccessToken { get; init; }

    public string? RefreshToken { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }
}
