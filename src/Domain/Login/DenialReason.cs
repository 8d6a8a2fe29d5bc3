namespace CleanLogin.Domain.Login;

/// <summary>
/// Why a login was refused. For logs, events and tests; a visitor reads a text in which all reasons about credentials and accounts
/// are the same.
/// </summary>
public enum DenialReason
{
    /// <summary>User name or password is wrong, or there is no such account.</summary>
    InvalidCredentials,

    /// <summary>The account is disabled.</summary>
    AccountUnusable,

    /// <summary>Too many attempts; a pause is in force.</summary>
    Throttled,

    /// <summary>The browser is not the one that began the login.</summary>
    WrongBrowser,

    /// <summary>No challenge is open in this transaction.</summary>
    NotChallenged,

    /// <summary>The verdict is about another person, action or challenge.</summary>
    ChallengeMismatch,

    /// <summary>The person failed the challenge, or refused it.</summary>
    ChallengeFailed,

    /// <summary>The person left the challenge without finishing it; it can be taken up again.</summary>
    ChallengeAbandoned,

    /// <summary>The token that came back is unknown, expired or used.</summary>
    UnknownToken,

    /// <summary>The challenge was passed by a method that this server does not know, or that its operator does not allow.</summary>
    UnsupportedMethod,

    /// <summary>The level reached is lower than the level asked for.</summary>
    AssuranceNotMet,

    /// <summary>The transaction was not finished in time, or does not exist (any more).</summary>
    Expired,

    /// <summary>The transaction has ended already; it is good for one session only.</summary>
    AlreadyUsed,

    /// <summary>The provider's rules block this login, or hold it for review.</summary>
    ProviderBlocked,

    /// <summary>The provider did not answer, or not in a way that can be trusted.</summary>
    ProviderUnavailable,
}
