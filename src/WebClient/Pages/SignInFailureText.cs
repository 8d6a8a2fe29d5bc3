using CleanLogin.WebClient.SignIn;

namespace CleanLogin.WebClient.Pages;

internal sealed record SignInFailureText(int Status, string Title, string Advice)
{
    public static SignInFailureText For(SignInFailure failure) => failure switch
    {
        SignInFailure.Declined => new(
            StatusCodes.Status403Forbidden,
            "You were not signed in",
            "The sign-in was cancelled, or the login server refused it. Nothing has changed here."),
        SignInFailure.Interrupted => new(
            StatusCodes.Status400BadRequest,
            "This sign-in is over",
            "The page was opened a second time, too late, or in another browser. Start again from here, it takes a moment only."),
        SignInFailure.Unreachable => new(
            StatusCodes.Status503ServiceUnavailable,
            "The login server does not answer",
            "Signing in is not possible right now. Please try again in a minute."),
        SignInFailure.AssuranceNotMet => new(
            StatusCodes.Status403Forbidden,
            "That sign-in was not strong enough",
            "This needs a second factor, such as a code from an authenticator app. Sign in again and complete that step."),
        SignInFailure.Failed => new(
            StatusCodes.Status502BadGateway,
            "The sign-in did not work",
            "The login server and this application did not understand each other. Please try again; if it stays, tell whoever runs this application."),
    };
}
