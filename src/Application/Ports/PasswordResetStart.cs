using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>A way to a new password that somebody has asked for.</summary>
/// <param name="Name">What was typed, as it is compared: at most so many ways are open for one name at a time.</param>
/// <param name="User">Whose account; null where there is none that may be written to. The work is the same.</param>
/// <param name="To">The confirmed address of the account; null together with it.</param>
/// <param name="Token">What leads there.</param>
public sealed record PasswordResetStart(string Name, UserId? User, EmailAddress? To, ResetToken Token);
