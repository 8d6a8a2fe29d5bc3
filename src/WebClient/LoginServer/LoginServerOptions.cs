namespace CleanLogin.WebClient.LoginServer;

/// <summary>Where the application signs people in. Bound from the root of the configuration.</summary>
internal sealed class LoginServerOptions
{
    /// <summary>Issuer of the ID tokens, an https URL. No default outside of Development.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Secret. Never logged, never part of a message.</summary>
    public string ClientSecret { get; set; } = "";
}
