namespace CleanLogin.Web.Text;

internal static class ErrorText
{
    public static (string Title, string Advice) ForProtocol { get; } = (
        "The application made a mistake",
        "Its request to sign you in cannot be answered. Go back to it and try again; if that fails, tell whoever runs it what stands here.");

    public static (string Title, string Advice) For(int status) => status switch
    {
        StatusCodes.Status404NotFound => ("There is no such page", "The address may be mistyped, or the page has moved."),
        StatusCodes.Status503ServiceUnavailable => (
            "Sign-in is not possible right now", "Many people are signing in at this moment. Please go back and try again in a minute."),
        StatusCodes.Status429TooManyRequests => ("Too many requests", "Please wait a minute, then go back and try again."),
        >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError => (
            "That request could not be understood", "Nothing was changed. Go back and try once more."),
        _ => ("Something went wrong", "It has been noted in the log. Please go back and try once more."),
    };
}
