namespace CleanLogin.Application.Passkeys.GetUnknown;

/// <summary>A passkey that counts for nobody.</summary>
/// <param name="Signal">For the browser's <c>signalUnknownCredential</c>, as JSON; null where it is not known to be one.</param>
public sealed record UnknownPasskey(string? Signal);
