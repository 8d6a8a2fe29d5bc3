using CleanLogin.Domain.Login;

namespace CleanLogin.Web.Text;

/// <summary>
/// What a person reads when a passkey does not sign them in. Whether there is an account for it, and what is the matter with it, is told to
/// nobody (ASVS 6.3.8).
/// </summary>
internal static class PasskeyText
{
    private const string Refused = "This passkey did not sign you in. Try once more, or sign in with your password.";

    /// <summary>Where a passkey signs in, and the device did not check who used it.</summary>
    public const string PasswordNeeded = "Your device did not check that it is you. Enter your password as well.";

    /// <summary>Where a passkey is the second step.</summary>
    public const string NotConfirmed = "That passkey did not confirm that it is you. Please try once more.";

    /// <summary>Where a new one was not what was asked for.</summary>
    public const string NotAdded = "The passkey was not added. Please try once more.";

    public static string For(DenialReason reason) => reason switch
    {
        DenialReason.AssuranceNotMet or DenialReason.ProviderBlocked or DenialReason.ProviderUnavailable or DenialReason.Throttled =>
            DenialText.For(reason),
        DenialReason.AlreadyUsed => "This passkey has just been used here. If you are not signed in, try once more.",
        DenialReason.InvalidCredentials or DenialReason.AccountUnusable or DenialReason.WrongBrowser or DenialReason.NotChallenged
            or DenialReason.ChallengeMismatch or DenialReason.ChallengeFailed or DenialReason.ChallengeAbandoned or DenialReason.UnknownToken
            or DenialReason.UnsupportedMethod or DenialReason.Expired => Refused,
    };

    // One status for all that must not be told apart.
    public static int StatusFor(DenialReason reason) =>
        For(reason) == Refused ? StatusCodes.Status400BadRequest : DenialText.StatusFor(reason);
}
