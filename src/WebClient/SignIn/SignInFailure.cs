namespace CleanLogin.WebClient.SignIn;

/// <summary>Why a sign-in at the login server did not come back with a person. What is shown; the cause in detail is in the log.</summary>
internal enum SignInFailure
{
    /// <summary>The person, or a rule of the login server, said no (RFC 6749 §4.1.2.1, access_denied).</summary>
    Declined,

    /// <summary>The answer belongs to no sign-in that this browser has under way: opened twice, too late, or from a bookmark.</summary>
    Interrupted,

    /// <summary>The login server does not answer.</summary>
    Unreachable,

    /// <summary>The login is weaker than what was asked for, or contradicts itself.</summary>
    AssuranceNotMet,

    /// <summary>Everything else: an error of the protocol or of the configuration.</summary>
    Failed,
}
