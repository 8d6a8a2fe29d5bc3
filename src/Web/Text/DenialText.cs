using CleanLogin.Domain.Login;

namespace CleanLogin.Web.Text;

/// <summary>
/// What a person reads when a login is refused. It says what to do next and never which of name, password and account was wrong: all of
/// these read the same, so that nobody learns who has an account (ASVS 6.3.8).
/// </summary>
internal static class DenialText
{
    // Strangers' guesses make nobody wait there.
    private const string OrElsewhere = ", or use a browser in which you have signed in before.";

    public static string For(DenialReason reason) => reason switch
    {
        DenialReason.InvalidCredentials or DenialReason.AccountUnusable =>
            "That user name and password don’t match. Check both and try again.",
        DenialReason.Throttled => "Too many attempts. Please wait a little before you try again.",
        DenialReason.WrongBrowser or DenialReason.NotChallenged =>
            "This sign-in is over, or was started in another browser. Please sign in here.",
        DenialReason.Expired => "That took too long, so the sign-in has ended. Please sign in again; you go on where you were.",
        DenialReason.AlreadyUsed => "This sign-in has ended already. Please sign in again if you need to.",
        DenialReason.ChallengeAbandoned => "The second step was not finished. Sign in again when you are ready; if you have just set up an app, it is there, and its code is asked for.",
        DenialReason.ChallengeFailed or DenialReason.ChallengeMismatch or DenialReason.UnknownToken or DenialReason.UnsupportedMethod =>
            "The second step did not confirm that it is you. Please sign in again.",
        DenialReason.AssuranceNotMet => "The application asks for a stronger sign-in than this account can give at present.",
        DenialReason.ProviderBlocked => "This sign-in was stopped by a security rule. If it was you, contact whoever runs your account.",
        DenialReason.ProviderUnavailable => "Sign-in is not possible right now, whatever is typed. Please try again in a minute.",
    };

    public static string ForPause(TimeSpan pause) => pause == Timeout.InfiniteTimeSpan
        ? "Too many attempts: this way to sign in is closed here. Use a browser in which you have signed in before, or contact whoever runs your account."
        : $"Too many attempts. Try again in {PauseText.For(pause)}{OrElsewhere}";

    // A refused password is a page like any other: password managers and scripts see no difference beyond the text.
    public static int StatusFor(DenialReason reason) => reason switch
    {
        DenialReason.InvalidCredentials or DenialReason.AccountUnusable => StatusCodes.Status200OK,
        DenialReason.Throttled => StatusCodes.Status429TooManyRequests,
        DenialReason.ProviderUnavailable => StatusCodes.Status503ServiceUnavailable,
        DenialReason.ProviderBlocked or DenialReason.AssuranceNotMet => StatusCodes.Status403Forbidden,
        DenialReason.WrongBrowser or DenialReason.NotChallenged or DenialReason.ChallengeMismatch or DenialReason.ChallengeFailed
            or DenialReason.ChallengeAbandoned or DenialReason.UnknownToken or DenialReason.UnsupportedMethod or DenialReason.Expired
            or DenialReason.AlreadyUsed => StatusCodes.Status400BadRequest,
    };
}
