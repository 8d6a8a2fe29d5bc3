using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.VerifyTotp;

/// <summary>A person has typed the code of an authenticator app.</summary>
/// <param name="Transaction">The login.</param>
/// <param name="Secret">From this transaction's cookie.</param>
/// <param name="Code">The code.</param>
public sealed record VerifyTotp(LoginTransactionId Transaction, BrowserSecret? Secret, SecretField<TotpCode> Code) : IRequest<CodeOutcome>;
