using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.BeginEnrolment;

/// <summary>An application asks to let the person for whom it acts add a passkey.</summary>
public sealed record BeginPasskeyEnrolment(AccessGrant Grant, LoginOrigin Origin) : IRequest<BeginPasskeyEnrolmentOutcome>;
