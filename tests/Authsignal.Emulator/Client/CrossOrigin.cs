namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>Lets pages of any origin call the client API and read its answers, refusals included.</summary>
internal static class CrossOrigin
{
    public static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method);

    public static void Allow(HttpContext context)
    {
        if (context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin)
        {
            return;
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowMethods = "GET,POST,DELETE,OPTIONS";
        headers.AccessControlAllowHeaders = "authorization,content-type";
        headers.AccessControlAllowCredentials = "true";
        headers.Vary = "Origin";
    }
}
