using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Testing.Fakes;

/// <summary>A directory of authenticators in memory. It keeps the contract of the real ones.</summary>
public sealed class FakeAuthenticatorDirectory(TimeProvider time) : IAuthenticatorDirectory
{
    private readonly List<(UserId Owner, EnrolledAuthenticator Authenticator)> _all = [];

    /// <summary>Whether nobody can reach it.</summary>
    public bool IsDown { get; set; }

    /// <summary>The person has an authenticator from now on.</summary>
    public AuthenticatorId Enrol(UserId owner, AuthenticationMethod method)
    {
        var id = AuthenticatorId.Parse($"authenticator-{_all.Count + 1}")!;
        _all.Add((owner, new EnrolledAuthenticator(id, method, Label: null, time.GetUtcNow(), LastUsedAt: null)));
        return id;
    }

    /// <inheritdoc />
    public bool OffersEnrolment => true;

    /// <inheritdoc />
    public Task<AuthenticatorListing> ListAsync(UserId user, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<AuthenticatorListing>(IsDown
            ? new AuthenticatorListing.Unavailable()
            : new AuthenticatorListing.Listed([.. _all.Where(one => one.Owner == user).Select(one => one.Authenticator)]));
    }

    /// <inheritdoc />
    public Task<EnrolmentStart> BeginEnrolmentAsync(AuthenticatorEnrolment enrolment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<EnrolmentStart>(IsDown
            ? new EnrolmentStart.Unavailable()
            : enrolment.By.User == enrolment.Account.Id
                ? new EnrolmentStart.At(new Uri("https://mfa.example.org/settings"))
                : new EnrolmentStart.Refused());
    }

    /// <inheritdoc />
    public Task<AuthenticatorRemoval> RemoveAsync(RecentMultiFactor by, AuthenticatorId id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<AuthenticatorRemoval>(IsDown
            ? new AuthenticatorRemoval.Unavailable()
            : _all.RemoveAll(one => one.Owner == by.User && one.Authenticator.Id == id) > 0
                ? new AuthenticatorRemoval.Removed()
                : new AuthenticatorRemoval.Unknown());
    }
}
