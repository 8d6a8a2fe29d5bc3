using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.GetChallenge;

/// <summary>What the challenge page shows. Changes nothing.</summary>
public sealed record GetChallenge(LoginTransactionId Transaction, BrowserSecret? Secret) : IRequest<GetChallengeOutcome>;
