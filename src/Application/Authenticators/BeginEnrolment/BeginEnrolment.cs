using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authenticators.BeginEnrolment;

/// <summary>Whoever is signed in at this browser wants to add an authenticator.</summary>
public sealed record BeginEnrolment(LoginOrigin Origin) : IRequest<BeginEnrolmentOutcome>;
