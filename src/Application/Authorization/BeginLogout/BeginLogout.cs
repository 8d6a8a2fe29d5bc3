using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.BeginLogout;

/// <summary>What the logout page shows. Changes nothing.</summary>
public sealed record BeginLogout(string? LogoutId) : IRequest<LogoutContext>;
