namespace CleanLogin.Domain.Assurance;

/// <summary>
/// How sure a login is, weakest first, so that levels can be compared. Always computed from <see cref="AuthenticationMethods"/>,
/// never assigned. The names on the wire (<c>acr</c>) are given at the edge.
/// </summary>
public enum AssuranceLevel
{
    /// <summary>Nothing was proven.</summary>
    None,

    /// <summary>One factor: AAL1.</summary>
    SingleFactor,

    /// <summary>One factor, and the person reads the account's mailbox. A mailbox is not a factor (NIST SP 800-63B-4 §3.1.3).</summary>
    MailboxConfirmed,

    /// <summary>Two different factors: AAL2.</summary>
    MultiFactor,

    /// <summary>Two factors by a method that a look-alike site cannot relay (<c>phr</c>).</summary>
    PhishingResistant,

    /// <summary>The same, with a key that cannot leave its hardware (<c>phrh</c>).</summary>
    PhishingResistantHardware,
}
