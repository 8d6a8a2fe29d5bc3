using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

/// <summary>Where this server is reached from outside. Taken from the configuration, never from a request's Host header.</summary>
/// <param name="Issuer">The issuer: an absolute https URL.</param>
public sealed record ServerAddress(Uri Issuer)
{
    /// <summary>The path to which the browser comes back from a challenge.</summary>
    public const string CallbackPath = "/Account/Login/Callback";

    /// <summary>The path to which the browser comes back from adding an authenticator.</summary>
    public const string EnrolmentReturnPath = "/Manage/Authenticators/Return";

    /// <summary>Where the browser comes back from adding an authenticator.</summary>
    public Uri EnrolmentReturn => At(EnrolmentReturnPath);

    /// <summary>The page on which a new password is chosen.</summary>
    public const string PasswordResetPath = "/Account/ResetPassword";

    /// <summary>The way to a new password.</summary>
    public Uri PasswordResetFor(ResetToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return At(PasswordResetPath + "?token=" + token.RevealForMail());
    }

    /// <summary>The callback of one login.</summary>
    public Uri CallbackFor(LoginTransactionId id) => At(CallbackPath + "?tx=" + id);

    private Uri At(string path) => new(Issuer.AbsoluteUri.TrimEnd('/') + path, UriKind.Absolute);
}
