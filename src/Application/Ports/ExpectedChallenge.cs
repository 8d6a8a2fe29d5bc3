using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>The challenge that a token has to be about.</summary>
/// <param name="Transaction">In which login.</param>
/// <param name="User">By whom.</param>
/// <param name="Challenge">Which one.</param>
/// <param name="StartedAt">Nothing older than this can be an answer.</param>
public sealed record ExpectedChallenge(
    LoginTransactionId Transaction, UserId User, MfaChallenge Challenge, DateTimeOffset StartedAt);
