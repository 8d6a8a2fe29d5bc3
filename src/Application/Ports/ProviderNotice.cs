using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Ports;

/// <summary>A message of the MFA provider and what follows from it.</summary>
/// <param name="Id">The provider's name for it.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="User">Whom it is about.</param>
/// <param name="EndsLoginsBefore">Logins from before this moment are ended; null: none.</param>
/// <param name="Events">What to record.</param>
public sealed record ProviderNotice(
    string Id, DateTimeOffset ReceivedAt, UserId User, DateTimeOffset? EndsLoginsBefore, IReadOnlyList<SecurityEvent> Events)
{
    /// <summary>Longest id accepted, in characters.</summary>
    public const int MaxIdLength = 100;
}
