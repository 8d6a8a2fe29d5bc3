using MediatR;

namespace CleanLogin.Application.Authenticators.CompleteEnrolment;

/// <summary>
/// The browser has come back from the provider's pages. What it brings along is not looked at: what was added is read from the directory,
/// and recorded once.
/// </summary>
public sealed record CompleteEnrolment : IRequest;
