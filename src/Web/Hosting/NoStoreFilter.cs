using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanLogin.Web.Hosting;

// Every page may show a name, a token of a form or a secret: none may come back out of a cache (ASVS 14.3.2).
internal sealed class NoStoreFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) =>
        context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
