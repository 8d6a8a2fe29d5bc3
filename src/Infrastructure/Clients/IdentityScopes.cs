namespace CleanLogin.Infrastructure.Clients;

/// <summary>The scopes that OpenID Connect itself defines; any other names an API.</summary>
internal static class IdentityScopes
{
    public const string OpenId = "openid";
    public const string Profile = "profile";
    public const string Email = "email";
    public const string OfflineAccess = "offline_access";

    public static IReadOnlyList<string> All { get; } = [OpenId, Profile, Email, OfflineAccess];
}
