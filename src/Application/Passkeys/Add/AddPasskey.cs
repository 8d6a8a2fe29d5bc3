using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Passkeys.Add;

/// <summary>The browser of whoever is signed in has made a passkey.</summary>
/// <param name="Answer">What it says about it; null where that is missing or far too long.</param>
public sealed record AddPasskey(ChallengeToken? Answer) : IRequest<AddPasskeyOutcome>;
