namespace CleanLogin.Infrastructure.Clients;

/// <summary>One application: an entry of the section <c>Clients</c>, under its client id.</summary>
internal sealed class ClientOptions
{
    /// <summary>What people read.</summary>
    public string? Name { get; init; }

    /// <summary>Its secret. A public client has none.</summary>
    public string? Secret { get; init; }

    /// <summary><c>authorization_code</c>, <c>refresh_token</c>, <c>client_credentials</c>.</summary>
    public IReadOnlyList<string> Grants { get; init; } = [];

    /// <summary>Where answers may go; compared to the letter (RFC 9700 §2.1).</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Where the browser may go after a logout.</summary>
    public IReadOnlyList<string> PostLogoutRedirectUris { get; init; } = [];

    /// <summary>The scopes it may ask for, beside <c>openid</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
