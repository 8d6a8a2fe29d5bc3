namespace CleanLogin.Application.Ports;

/// <summary>Why an authorization request is answered with an error (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6, RFC 9470 §5).</summary>
public enum AuthorizationDenial
{
    /// <summary><c>access_denied</c>: the person said no.</summary>
    AccessDenied,

    /// <summary><c>login_required</c>: a page would be needed, and the client forbids one.</summary>
    LoginRequired,

    /// <summary><c>unmet_authentication_requirements</c>: the level asked for cannot be reached.</summary>
    UnmetAuthenticationRequirements,
}
