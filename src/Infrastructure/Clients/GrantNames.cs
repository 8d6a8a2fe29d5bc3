namespace CleanLogin.Infrastructure.Clients;

/// <summary>The grants that a client can have (RFC 6749), by their names on the wire.</summary>
internal static class GrantNames
{
    public const string AuthorizationCode = "authorization_code";
    public const string RefreshToken = "refresh_token";
    public const string ClientCredentials = "client_credentials";

    public static IReadOnlyList<string> All { get; } = [AuthorizationCode, RefreshToken, ClientCredentials];
}
