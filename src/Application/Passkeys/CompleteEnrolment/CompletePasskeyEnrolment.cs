using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.CompleteEnrolment;

/// <summary>
/// An application says that the person for whom it acts has added a passkey. It is not believed: what was added is read from the
/// provider, and recorded once.
/// </summary>
public sealed record CompletePasskeyEnrolment(AccessGrant Grant) : IRequest<CompletePasskeyEnrolmentOutcome>;
