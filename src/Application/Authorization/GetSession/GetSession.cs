using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.GetSession;

/// <summary>The session of this browser; null where there is none.</summary>
public sealed record GetSession : IRequest<LoginSession?>;
