using CleanLogin.Domain.Authenticators;
using MediatR;

namespace CleanLogin.Application.Passkeys.Rename;

/// <summary>Whoever is signed in at this browser gives a passkey another name.</summary>
/// <param name="Id">Which; null stands for a name that cannot be one.</param>
/// <param name="Name">The new name, as typed.</param>
public sealed record RenamePasskey(AuthenticatorId? Id, string? Name) : IRequest<RenamePasskeyOutcome>;
