namespace CleanLogin.Authsignal.Emulator.Ui;

internal sealed class UiHeaders : IEndpointFilter
{
    /// <summary>
    /// Nothing from elsewhere and no script. form-action lets every web origin through: browsers apply it to the redirect
    /// that answers a form, and to each one after that, and only the application knows over which origins it goes on.
    /// </summary>
    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'self' https: http:; base-uri 'none'; frame-ancestors 'none'";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
