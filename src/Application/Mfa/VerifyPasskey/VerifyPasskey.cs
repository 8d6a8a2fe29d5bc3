using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Mfa.VerifyPasskey;

/// <summary>A person has used a passkey as the second step of a login.</summary>
/// <param name="Transaction">The login.</param>
/// <param name="Secret">From this transaction's cookie.</param>
/// <param name="Answer">What the browser says about it; null where that is missing or far too long.</param>
public sealed record VerifyPasskey(LoginTransactionId Transaction, BrowserSecret? Secret, ChallengeToken? Answer)
    : IRequest<VerifyPasskeyOutcome>;
