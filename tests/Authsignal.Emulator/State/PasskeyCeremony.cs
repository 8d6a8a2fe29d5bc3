using Fido2NetLib;

namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>A challenge that a browser is to sign, and what for. A closed set.</summary>
internal abstract record PasskeyCeremony(DateTimeOffset ExpiresAt)
{
    public sealed record Registration(CredentialCreateOptions Options, ActionKey Action, DateTimeOffset ExpiresAt)
        : PasskeyCeremony(ExpiresAt);

    /// <param name="Options">What the browser was asked for.</param>
    /// <param name="Action">The tracked action that is challenged, or null if nobody is known yet.</param>
    /// <param name="Purpose">What somebody unknown is about to do.</param>
    /// <param name="ExpiresAt">When the challenge stops counting.</param>
    public sealed record SignIn(AssertionOptions Options, ActionKey? Action, SignInPurpose? Purpose, DateTimeOffset ExpiresAt)
        : PasskeyCeremony(ExpiresAt);

    /// <summary>Begun by a page that has not asked for options yet.</summary>
    public sealed record Announced(SignInPurpose Purpose, DateTimeOffset ExpiresAt) : PasskeyCeremony(ExpiresAt);
}

/// <summary>The action that somebody is about to do, before it is known who that is.</summary>
internal sealed record SignInPurpose(string? Action, string? IdempotencyKey);
