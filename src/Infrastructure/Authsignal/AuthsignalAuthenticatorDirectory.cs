using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>The authenticators that the hosted service keeps.</summary>
internal sealed class AuthsignalAuthenticatorDirectory(
    AuthsignalApi api, AuthsignalCalls calls, AuthsignalPages pages, IOptions<AuthsignalOptions> options) : IAuthenticatorDirectory
{
    // No more than adding: what is removed is removed here, where the rule about the last one holds.
    private const string AddOnly = "read:authenticators add:authenticators";

    private string Action => options.Value.ManageAction;

    public bool OffersEnrolment => true;

    public async Task<AuthenticatorListing> ListAsync(UserId user, CancellationToken ct)
    {
        var answer = await calls.AskAsync(AuthsignalCall.ListAuthenticators, () => api.ListAuthenticatorsAsync(user.Value, ct), ct);
        return answer?.Body is { } items && AuthsignalTranslation.ToAuthenticators(items) is { } authenticators
            ? new AuthenticatorListing.Listed(authenticators)
            : new AuthenticatorListing.Unavailable();
    }

    public async Task<EnrolmentStart> BeginEnrolmentAsync(AuthenticatorEnrolment enrolment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        var person = enrolment.Account;
        if (person.Id != enrolment.By.User)
        {
            return new EnrolmentStart.Refused();
        }

        var reference = Guid.NewGuid().ToString("D");
        var request = TrackedPerson.Describe(person, enrolment.Origin, reference, enrolment.Return) with
        {
            Scope = AddOnly,
            RedirectToSettings = true,
        };
        var answer = await calls.AskAsync(AuthsignalCall.TrackSettings, () => api.TrackAsync(person.Id.Value, Action, request, ct), ct);
        return answer?.Body is { } tracked
            ? AuthsignalTranslation.ToEnrolmentStart(tracked, reference, pages.Check)
            : new EnrolmentStart.Unavailable();
    }

    public async Task<AuthenticatorRemoval> RemoveAsync(RecentMultiFactor by, AuthenticatorId id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(id);
        if (id.Value is "." or "..")
        {
            return new AuthenticatorRemoval.Unknown();
        }

        var answer = await calls.AskAsync(AuthsignalCall.RemoveAuthenticator, () => api.DeleteAuthenticatorAsync(by.User.Value, id.Value, ct), ct);
        return answer switch
        {
            { IsSuccess: true } => new AuthenticatorRemoval.Removed(),
            { IsUnknown: true } => new AuthenticatorRemoval.Unknown(),
            _ => new AuthenticatorRemoval.Unavailable(),
        };
    }
}
