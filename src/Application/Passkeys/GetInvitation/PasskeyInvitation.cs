namespace CleanLogin.Application.Passkeys.GetInvitation;

/// <summary>Whether to ask.</summary>
public sealed record PasskeyInvitation(bool IsMade);
