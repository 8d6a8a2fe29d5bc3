namespace CleanLogin.Infrastructure.Mfa;

/// <summary>What becomes of logins while the hosted provider is down.</summary>
internal enum OutageRule
{
    /// <summary>They are refused. The default.</summary>
    Refuse,

    /// <summary>Who has an authenticator of the built-in provider is asked for that; the others are refused.</summary>
    BuiltIn,
}
