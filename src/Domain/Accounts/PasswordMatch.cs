namespace CleanLogin.Domain.Accounts;

/// <summary>How a password compares with a digest.</summary>
public enum PasswordMatch
{
    /// <summary>It does not match.</summary>
    No,

    /// <summary>It matches.</summary>
    Yes,

    /// <summary>It matches a digest of an older scheme or lower cost, which should be replaced now.</summary>
    YesButOutdated,
}
