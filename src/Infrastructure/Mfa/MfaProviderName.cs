namespace CleanLogin.Infrastructure.Mfa;

/// <summary>The adapters that there are.</summary>
internal enum MfaProviderName
{
    /// <summary>This server's own pages.</summary>
    BuiltIn,

    /// <summary>The hosted service.</summary>
    Authsignal,
}
