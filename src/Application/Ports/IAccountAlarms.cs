using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>Shuts everybody out of an account whose owner says that somebody else was there.</summary>
public interface IAccountAlarms
{
    /// <summary>
    /// In one: ends all sessions, that of this browser too, with codes and refresh tokens that stem from them, the logins that wait for their
    /// second step, and every way to a new password by mail; makes a new password due; records it.
    /// </summary>
    Task ShutOutAsync(UserId user, CancellationToken ct);
}
