using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Ports;

/// <summary>A person who wants to add an authenticator.</summary>
/// <param name="By">The evidence that it is them.</param>
/// <param name="Account">Their account.</param>
/// <param name="Origin">Where they are.</param>
/// <param name="Return">Absolute URL to which the browser comes back, whatever became of it.</param>
public sealed record AuthenticatorEnrolment(RecentMultiFactor By, Account Account, LoginOrigin Origin, Uri Return);
