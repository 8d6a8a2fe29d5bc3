using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Accounts.RequestPasswordReset;

/// <summary>Somebody has forgotten a password.</summary>
/// <param name="Name">The user name or the address, as typed.</param>
/// <param name="Origin">Where the request comes from.</param>
public sealed record RequestPasswordReset(string? Name, LoginOrigin Origin) : IRequest<RequestPasswordResetOutcome>;
