using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.RedeemRecoveryCode;

/// <summary>
/// A person who has lost the authenticator has typed a recovery code. It opens the way to enrolling a new one in this login, and no
/// other: the way back proves as much as a login does.
/// </summary>
/// <param name="Transaction">The login.</param>
/// <param name="Secret">From this transaction's cookie.</param>
/// <param name="Code">The code.</param>
public sealed record RedeemRecoveryCode(LoginTransactionId Transaction, BrowserSecret? Secret, SecretField<RecoveryCode> Code)
    : IRequest<RedeemRecoveryCodeOutcome>;
