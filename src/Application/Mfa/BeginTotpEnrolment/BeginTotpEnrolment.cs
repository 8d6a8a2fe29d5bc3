using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.BeginTotpEnrolment;

/// <summary>
/// What the enrolment page shows. The key stays the same within one login, so that a reload spoils nothing, and in the next one of this browser
/// while the last still lives, so that an app which was set up by the first picture stays right.
/// </summary>
/// <param name="Transaction">The login.</param>
/// <param name="Secret">From this transaction's cookie.</param>
/// <param name="Earlier">Other logins that this browser says it began.</param>
public sealed record BeginTotpEnrolment(LoginTransactionId Transaction, BrowserSecret? Secret, IReadOnlyList<EarlierLogin> Earlier)
    : IRequest<BeginTotpEnrolmentOutcome>;
