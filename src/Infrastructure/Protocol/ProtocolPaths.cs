namespace CleanLogin.Infrastructure.Protocol;

/// <summary>Where the protocol is spoken, with every engine.</summary>
internal static class ProtocolPaths
{
    public const string Configuration = "/.well-known/openid-configuration";
    public const string Authorize = "/connect/authorize";
    public const string Token = "/connect/token";
    public const string UserInfo = "/connect/userinfo";
    public const string Introspect = "/connect/introspect";
    public const string Revoke = "/connect/revocation";
    public const string EndSession = "/connect/endsession";
    public const string PushedAuthorization = "/connect/par";

    /// <summary>The page that asks for a login, with where to go afterwards.</summary>
    public static string LoginPage(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return "/Account/Login?ReturnUrl=" + Uri.EscapeDataString(interaction.Context.ReturnUrl);
    }
}
