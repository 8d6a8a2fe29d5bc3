namespace CleanLogin.Infrastructure.Settings;

/// <summary>What this server is called and where it is reached.</summary>
internal sealed class ServerOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Server";

    /// <summary>The issuer: an absolute https URL without query (OpenID Connect Discovery §3).</summary>
    public string? Issuer { get; init; }

    /// <summary>What people read in authenticator apps.</summary>
    public string Name { get; init; } = "CleanLogin";

    /// <summary>Addresses and networks whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];
}
