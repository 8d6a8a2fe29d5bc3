using CleanLogin.Domain.Authenticators;
using MediatR;

namespace CleanLogin.Application.Authenticators.Remove;

/// <summary>Whoever is signed in at this browser wants to remove an authenticator. Null stands for a name that cannot be one.</summary>
public sealed record RemoveAuthenticator(AuthenticatorId? Id) : IRequest<RemoveAuthenticatorOutcome>;
