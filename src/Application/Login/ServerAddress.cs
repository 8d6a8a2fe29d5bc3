using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

/// <summary>Where this server is reached from outside. Taken from the configuration, never from a request's Host header.</summary>
/// <param name="Issuer">The issuer: an absolute https URL.</param>
public sealed record ServerAddress(Uri Issuer)
{
    /// <summary>The path to which the browser comes back from a challenge.</summary>
    public const string CallbackPath = "/Account/Login/Callback";

    /// <summary>The callback of one login.</summary>
    public Uri CallbackFor(LoginTransactionId id) =>
        new(Issuer.AbsoluteUri.TrimEnd('/') + CallbackPath + "?tx=" + id, UriKind.Absolute);
}
