using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Login.CompleteMfa;

/// <summary>A browser has come back from a challenge.</summary>
/// <param name="Transaction">From the URL; names the login.</param>
/// <param name="Secret">From this transaction's cookie; proves the browser.</param>
/// <param name="Token">From the URL; null where the person left the challenge without one.</param>
public sealed record CompleteMfaChallenge(LoginTransactionId Transaction, BrowserSecret? Secret, ChallengeToken? Token)
    : IRequest<CompleteMfaChallengeOutcome>;
