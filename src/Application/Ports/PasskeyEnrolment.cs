using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Ports;

/// <summary>A person who wants to add a passkey.</summary>
/// <param name="By">The evidence that it is them.</param>
/// <param name="Account">Their account.</param>
/// <param name="Origin">Where they are.</param>
public sealed record PasskeyEnrolment(RecentMultiFactor By, Account Account, LoginOrigin Origin);
