namespace CleanLogin.Infrastructure.OpenIddict;

internal static class EnginePaths
{
    public const string Configuration = "/.well-known/openid-configuration";
    public const string Keys = "/.well-known/jwks";
    public const string Authorize = "/connect/authorize";
    public const string Token = "/connect/token";
    public const string UserInfo = "/connect/userinfo";
    public const string Introspect = "/connect/introspect";
    public const string Revoke = "/connect/revocation";
    public const string EndSession = "/connect/endsession";
    public const string PushedAuthorization = "/connect/par";
}
