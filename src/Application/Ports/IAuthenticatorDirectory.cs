using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Ports;

/// <summary>
/// The authenticators of a person, where the provider of the second step keeps them. An outage is an answer, never an exception. Whoever
/// changes something shows that two factors were proven a short while ago.
/// </summary>
public interface IAuthenticatorDirectory
{
    /// <summary>Whether there is a place to go to, to add an authenticator. The same for everybody.</summary>
    bool OffersEnrolment { get; }

    /// <summary>The person's authenticators, oldest first. Not promised: that a change made elsewhere a moment ago shows already.</summary>
    Task<AuthenticatorListing> ListAsync(UserId user, CancellationToken ct);

    /// <summary>Where the person goes to add an authenticator. Nothing is added by asking.</summary>
    Task<EnrolmentStart> BeginEnrolmentAsync(AuthenticatorEnrolment enrolment, CancellationToken ct);

    /// <summary>
    /// Removes an authenticator of the person whose evidence it is; somebody else's is unknown. Not checked here: whether it is the last.
    /// </summary>
    Task<AuthenticatorRemoval> RemoveAsync(RecentMultiFactor by, AuthenticatorId id, CancellationToken ct);
}
