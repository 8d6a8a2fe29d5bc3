namespace CleanLogin.Application.Ports;

/// <summary>A logout that is asked for.</summary>
/// <param name="LogoutId">Names the request; null where the person came by themselves.</param>
/// <param name="ClientName">Who sent the person, if a client did.</param>
/// <param name="SignedIn">Whether there is a session to end.</param>
/// <param name="Confirm">Whether the person has to confirm: the request does not prove that it comes from this session's client.</param>
public sealed record LogoutContext(string? LogoutId, string? ClientName, bool SignedIn, bool Confirm);
