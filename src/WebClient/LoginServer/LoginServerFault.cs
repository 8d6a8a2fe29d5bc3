namespace CleanLogin.WebClient.LoginServer;

internal static class LoginServerFault
{
    /// <summary>
    /// Whether the exception says that the login server gave no usable answer. The handler wraps such faults, discovery in an
    /// <see cref="InvalidOperationException"/>, so the causes are looked through.
    /// </summary>
    public static bool IsUnreachable(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // A request that a browser broke off is an IOException too, and says nothing about the login server.
            if (cause is HttpRequestException or TimeoutException or (IOException and not BadHttpRequestException))
            {
                return true;
            }
        }

        return false;
    }
}
