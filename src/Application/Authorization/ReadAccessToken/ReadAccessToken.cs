using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.ReadAccessToken;

/// <summary>What the access token of this request is worth. Changes nothing.</summary>
/// <param name="Scope">What it has to allow.</param>
public sealed record ReadAccessToken(string Scope) : IRequest<AccessTokenReading>;
