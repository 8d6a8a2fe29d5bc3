using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>The sessions of a person, wherever they are signed in.</summary>
public interface ISessions
{
    /// <summary>Those that still count, the one of this browser first, then the last used first.</summary>
    Task<IReadOnlyList<SignedInBrowser>> ListAsync(UserId user, CancellationToken ct);

    /// <summary>
    /// Ends one of this person's sessions, and the refresh tokens that applications got through it; access tokens live to their end. Saved
    /// with its security event. False: this person has no such session (any more), and nothing was changed.
    /// </summary>
    Task<bool> EndAsync(UserId user, SessionReference session, CancellationToken ct);

    /// <summary>
    /// The same with all of them but that of this browser, and with every earlier login, whose session may have run out and left refresh tokens
    /// behind. Says how many sessions there were.
    /// </summary>
    Task<int> EndOthersAsync(UserId user, CancellationToken ct);

    /// <summary>Whether the owner has ended that session: what stems from it counts no more. One that only ran out is not ended.</summary>
    Task<bool> IsEndedAsync(SessionReference session, CancellationToken ct);
}
