namespace CleanLogin.Domain.Accounts;

/// <summary>Why a password may not become an account's.</summary>
public enum PasswordFault
{
    /// <summary>It has too few characters.</summary>
    TooShort,

    /// <summary>It has too many characters.</summary>
    TooLong,

    /// <summary>It is among those that are tried first.</summary>
    Common,

    /// <summary>It is the present one.</summary>
    Unchanged,

    /// <summary>It is little more than a word that belongs to the person or to the service.</summary>
    Expected,
}
