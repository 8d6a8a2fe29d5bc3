using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.CompleteLogout;

/// <summary>The session of this browser is to end.</summary>
public sealed record CompleteLogout(string? LogoutId) : IRequest<LogoutCompletion>;
