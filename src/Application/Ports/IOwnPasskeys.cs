using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>
/// The passkeys that this server keeps itself. What a browser answers travels as a <see cref="ChallengeToken"/>. Never throws because of what
/// somebody sent.
/// </summary>
public interface IOwnPasskeys
{
    /// <summary>Whether the person has any.</summary>
    Task<bool> AnyAsync(UserId user, CancellationToken ct);

    /// <summary>
    /// Asks a browser for a passkey. Nothing is kept for it. What is asked of whoever may sign in tells nothing about any account.
    /// </summary>
    Task<PasskeyCeremony> AskAsync(PasskeyAsk ask, CancellationToken ct);

    /// <summary>
    /// Judges the answer. An answer is accepted once, with the passkey's counter moved on in the same transaction; before its signature is
    /// known to be right nothing is written.
    /// </summary>
    Task<PasskeyUse> VerifyAsync(PasskeyAsk ask, ChallengeToken answer, CancellationToken ct);

    /// <summary>Asks a browser to make a passkey for that person. Nothing is kept for it.</summary>
    Task<PasskeyCeremony> BeginAddingAsync(RecentMultiFactor by, Account account, CancellationToken ct);

    /// <summary>
    /// Adds the passkey that a browser made, named after whoever provides it, and records that; all of it or nothing. Null: the answer is
    /// not one to what was asked of this person, or was given before.
    /// </summary>
    Task<AuthenticatorId?> AddAsync(RecentMultiFactor by, ChallengeToken answer, CancellationToken ct);

    /// <summary>Gives a passkey of that person another name. False: there is none like that.</summary>
    Task<bool> RenameAsync(UserId owner, AuthenticatorId id, PasskeyName name, CancellationToken ct);

    /// <summary>Whether the person does not want to be asked to add one.</summary>
    Task<bool> IsInvitationDeclinedAsync(UserId user, CancellationToken ct);

    /// <summary>Keeps that the person does not want to be asked again.</summary>
    Task DeclineInvitationAsync(UserId user, CancellationToken ct);

    /// <summary>
    /// What a browser may tell whoever keeps its passkeys (WebAuthn Level 3 §5.1.10): which ones of this person still count, so that others are offered no
    /// more.
    /// </summary>
    Task<PasskeySignal> DescribeAsync(Account account, CancellationToken ct);

    /// <summary>
    /// What a browser may tell about the passkey of an answer to whoever was asked to sign in: that it counts for nobody, so that it is not
    /// offered for ever. Null: somebody has it, or it is no such answer.
    /// </summary>
    Task<string?> DescribeUnknownAsync(ChallengeToken answer, CancellationToken ct);
}
