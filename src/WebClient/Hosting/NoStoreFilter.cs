using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanLogin.WebClient.Hosting;

/// <summary>Every page may show who is signed in: none may come back out of a cache after the sign-out.</summary>
internal sealed class NoStoreFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) =>
        context.HttpContext.Response.Headers.CacheControl = "no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
