namespace CleanLogin.Domain.Accounts;

/// <summary>Evidence that the password of an active account was verified. Only <see cref="Account"/> mints it.</summary>
public sealed class VerifiedPassword
{
    internal VerifiedPassword(UserId user, DateTimeOffset at)
    {
        User = user;
        At = at;
    }

    /// <summary>Whose.</summary>
    public UserId User { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }
}
