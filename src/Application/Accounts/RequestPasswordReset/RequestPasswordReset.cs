using MediatR;

namespace CleanLogin.Application.Accounts.RequestPasswordReset;

/// <summary>Somebody has forgotten a password.</summary>
/// <param name="Name">The user name or the address, as typed.</param>
public sealed record RequestPasswordReset(string? Name) : IRequest<RequestPasswordResetOutcome>;
