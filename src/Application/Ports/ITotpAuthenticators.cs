using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Ports;

/// <summary>The authenticator apps of the built-in provider. Secrets are encrypted at rest.</summary>
public interface ITotpAuthenticators
{
    /// <summary>Whether the person has any.</summary>
    Task<bool> AnyAsync(UserId user, CancellationToken ct);

    /// <summary>The person's authenticators.</summary>
    Task<IReadOnlyList<TotpAuthenticator>> ListAsync(UserId user, CancellationToken ct);

    /// <summary>
    /// Accepts a time step, if it is newer than the last accepted one: one compare-and-set in the database. False: this code, or a
    /// newer one, was accepted before.
    /// </summary>
    Task<bool> AcceptStepAsync(AuthenticatorId id, long step, CancellationToken ct);

    /// <summary>The secret that is being enrolled in this login; <paramref name="fresh"/> becomes it where there is none yet.</summary>
    Task<TotpSecret> GetOrBeginEnrolmentAsync(LoginTransactionId transaction, UserId user, TotpSecret fresh, CancellationToken ct);

    /// <summary>The secret that is being enrolled in this login, or null.</summary>
    Task<TotpSecret?> FindEnrolmentAsync(LoginTransactionId transaction, CancellationToken ct);

    /// <summary>
    /// Ends an enrolment: the new authenticator takes the place of all older ones, the recovery codes are replaced, the challenge is
    /// recorded as passed, the events are saved, and other enrolments of this person that are under way end; all of it or nothing. False: the enrolment has ended before, the account is gone, or
    /// there is an authenticator that this enrolment may not replace. Of parallel first enrolments of one account one succeeds.
    /// </summary>
    Task<bool> ConfirmEnrolmentAsync(TotpEnrolment enrolment, CancellationToken ct);
}
