using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.BeginTotpEnrolment;

/// <summary>What the enrolment page shows. Within one login the secret stays the same, so that a reload spoils nothing.</summary>
public sealed record BeginTotpEnrolment(LoginTransactionId Transaction, BrowserSecret? Secret) : IRequest<BeginTotpEnrolmentOutcome>;
