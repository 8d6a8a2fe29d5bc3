using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>What was recorded about an account, as its owner sees it.</summary>
public interface IActivityLog
{
    /// <summary>The latest, newest first.</summary>
    /// <param name="user">Whose. Nothing of anybody else is listed.</param>
    /// <param name="before">Only what was recorded before the one of this number; null: from the newest on.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="ct">Cancels the call.</param>
    Task<IReadOnlyList<ActivityEntry>> ListAsync(UserId user, long? before, int most, CancellationToken ct);
}
