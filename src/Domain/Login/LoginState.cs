namespace CleanLogin.Domain.Login;

/// <summary>Where a login transaction stands. All but the first two are final. Drawn in docs/login-flow.md.</summary>
public enum LoginState
{
    /// <summary>The password was right; what comes next is not decided yet.</summary>
    PasswordVerified,

    /// <summary>A second step was asked for.</summary>
    MfaChallenged,

    /// <summary>The login succeeded: one session may be issued.</summary>
    Succeeded,

    /// <summary>The login was refused.</summary>
    Denied,

    /// <summary>The login was not finished in time.</summary>
    Expired,
}
