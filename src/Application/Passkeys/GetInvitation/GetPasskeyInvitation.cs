using MediatR;

namespace CleanLogin.Application.Passkeys.GetInvitation;

/// <summary>Whether whoever has just signed in is asked to add a passkey for the next time. Changes nothing.</summary>
public sealed record GetPasskeyInvitation : IRequest<PasskeyInvitation>;
