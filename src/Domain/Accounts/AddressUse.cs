namespace CleanLogin.Domain.Accounts;

/// <summary>What strangers do that is counted by <see cref="AddressBlock"/>. Each is counted by itself.</summary>
public enum AddressUse
{
    /// <summary>Typing a password that is wrong.</summary>
    WrongPassword,

    /// <summary>Asking for a mail, to whomever.</summary>
    Mail,
}
