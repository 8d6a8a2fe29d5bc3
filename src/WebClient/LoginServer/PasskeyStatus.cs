namespace CleanLogin.WebClient.LoginServer;

/// <summary>How the login server answers about passkeys.</summary>
internal enum PasskeyStatus
{
    /// <summary>With what was asked for.</summary>
    Answered,

    /// <summary>It keeps no passkeys.</summary>
    NotOffered,

    /// <summary>The person has to confirm first that it is them.</summary>
    StepUpNeeded,

    /// <summary>A rule there forbids it.</summary>
    Refused,

    /// <summary>It does not accept the access token any more, or not for this.</summary>
    TokenRefused,

    /// <summary>It has no answer at present.</summary>
    Unavailable,
}
