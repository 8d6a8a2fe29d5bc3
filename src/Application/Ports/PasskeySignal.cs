namespace CleanLogin.Application.Ports;

/// <summary>Which passkeys of a person count, in the words of the browser's own calls (WebAuthn Level 3 §5.1.10).</summary>
/// <param name="Accepted">For <c>signalAllAcceptedCredentials</c>, as JSON.</param>
/// <param name="Details">For <c>signalCurrentUserDetails</c>, as JSON.</param>
public sealed record PasskeySignal(string Accepted, string Details);
