using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanLogin.WebClient.Hosting;

/// <summary>Every page may show who is signed in: none may come back out of a cache after the sign-out.</summary>
internal sealed class NoStoreFilter : IAlwaysRunResultFilter
{
    // As antiforgery writes it where there is a form: it warns of anything else.
    public void OnResultExecuting(ResultExecutingContext context) =>
        context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
