using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Tokens;

/// <summary>What a presented token turned out to be. A closed set.</summary>
internal abstract record TokenReading
{
    private TokenReading()
    {
    }

    public sealed record Valid(ActionKey Action) : TokenReading;

    public sealed record Expired(ActionKey Action) : TokenReading;

    /// <summary>Not a token, or not signed by this tenant.</summary>
    public sealed record Garbage : TokenReading;
}
