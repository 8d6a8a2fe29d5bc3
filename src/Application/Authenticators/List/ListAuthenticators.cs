using MediatR;

namespace CleanLogin.Application.Authenticators.List;

/// <summary>The authenticators of whoever is signed in at this browser. Changes nothing.</summary>
public sealed record ListAuthenticators : IRequest<ListAuthenticatorsOutcome>;
