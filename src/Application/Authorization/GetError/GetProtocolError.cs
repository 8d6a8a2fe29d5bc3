using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.GetError;

/// <summary>The protocol error that the error page shows; null where the id names none.</summary>
public sealed record GetProtocolError(string? ErrorId) : IRequest<ProtocolError?>;
