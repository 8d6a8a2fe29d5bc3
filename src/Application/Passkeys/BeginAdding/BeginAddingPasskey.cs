using MediatR;

namespace CleanLogin.Application.Passkeys.BeginAdding;

/// <summary>Whoever is signed in at this browser wants to add a passkey that this server keeps. Changes nothing.</summary>
public sealed record BeginAddingPasskey : IRequest<BeginAddingPasskeyOutcome>;
