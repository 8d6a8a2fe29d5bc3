using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.ConfirmTotpEnrolment;

/// <summary>A person shows by a first code that the authenticator app is set up.</summary>
/// <param name="Transaction">The login.</param>
/// <param name="Secret">From this transaction's cookie.</param>
/// <param name="Code">The code.</param>
public sealed record ConfirmTotpEnrolment(LoginTransactionId Transaction, BrowserSecret? Secret, SecretField<TotpCode> Code)
    : IRequest<ConfirmTotpEnrolmentOutcome>;
