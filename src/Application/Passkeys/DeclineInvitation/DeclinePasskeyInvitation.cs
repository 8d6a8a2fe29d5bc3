using MediatR;

namespace CleanLogin.Application.Passkeys.DeclineInvitation;

/// <summary>Whoever is signed in does not want to be asked again to add a passkey. The page of authenticators stays open to them.</summary>
public sealed record DeclinePasskeyInvitation : IRequest;
