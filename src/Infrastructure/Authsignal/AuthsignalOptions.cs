namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>The tenant of the hosted service.</summary>
internal sealed class AuthsignalOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Authsignal";

    /// <summary>Where tenants without a domain of their own have their pages.</summary>
    public const string VendorUiHost = "mfa.authsignal.com";

    /// <summary>The API of the tenant's region, with <c>/v1</c>. <c>AuthsignalUrl</c> at the root is read too.</summary>
    public string? Url { get; set; }

    /// <summary>The tenant's server API key. <c>AuthsignalSecret</c> at the root is read too. A secret: it is never shown.</summary>
    public string? Secret { get; set; }

    /// <summary>The tenant's id.</summary>
    public string? TenantId { get; set; }

    /// <summary>The action that logins are tracked as.</summary>
    public string Action { get; set; } = "cleanlogin-login";

    /// <summary>The action that visits to the settings, where authenticators are added, are tracked as.</summary>
    public string ManageAction { get; set; } = "cleanlogin-authenticators";

    /// <summary>The action that people sign in by passkey under. Only a passkey that was used for it signs in.</summary>
    public string PasskeyAction { get; set; } = "cleanlogin-passkey";

    /// <summary>The action that adding a passkey in an application is tracked as.</summary>
    public string AddPasskeyAction { get; set; } = "cleanlogin-add-passkey";

    /// <summary>
    /// Whether a confirmed address is enrolled for codes by e-mail at the first login of somebody who has no authenticator. Then nobody
    /// who only has the password can enrol one of their own.
    /// </summary>
    public bool EnrolVerifiedEmail { get; set; }

    /// <summary>
    /// Hosts (with port, where it is not 443) to which browsers may be sent; <see cref="VendorUiHost"/> where none is given. Empty at first,
    /// since binding adds to what is there and the vendor's host would stay on the list of a tenant with a domain of its own.
    /// </summary>
    public IReadOnlyList<string> UiHosts { get; set; } = [];
}
