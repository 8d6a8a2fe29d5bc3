using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.List;

/// <summary>The passkeys of the person for whom an application acts. Changes nothing.</summary>
public sealed record ListPasskeys(AccessGrant Grant) : IRequest<ListPasskeysOutcome>;
