using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Passkeys.GetUnknown;

/// <summary>Whether a passkey that signed nobody in is one that nobody has here (any more). Changes nothing.</summary>
/// <param name="Answer">What the browser said; null where that is missing or far too long.</param>
public sealed record GetUnknownPasskey(ChallengeToken? Answer) : IRequest<UnknownPasskey>;
