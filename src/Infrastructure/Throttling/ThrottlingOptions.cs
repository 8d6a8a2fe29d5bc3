using CleanLogin.Domain.Accounts;

namespace CleanLogin.Infrastructure.Throttling;

/// <summary>What slows guessing down beyond the limits of each credential, which are fixed.</summary>
internal sealed class ThrottlingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Throttling";

    /// <summary>Passwords that strangers may get wrong in an hour from one block of addresses; 0 is no limit.</summary>
    public int FailuresPerAddressBlock { get; init; } = AddressLimit.DefaultWrongPasswords;

    /// <summary>Mails that may be asked for in an hour from one block of addresses, to whomever; 0 is no limit.</summary>
    public int MailsPerAddressBlock { get; init; } = AddressLimit.DefaultMails;

    /// <summary>What they mean.</summary>
    public AddressLimits ToLimits() => new(new AddressLimit(FailuresPerAddressBlock), new AddressLimit(MailsPerAddressBlock));
}
