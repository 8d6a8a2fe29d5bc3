using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Hosting;

/// <summary>
/// Refuses a verb that a page has no handler for. Razor Pages would render the page without having run one: a page of nothing, or a fault.
/// </summary>
internal sealed class VerbFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is not null || IsRead(context.HttpContext.Request.Method) || IsErrorPage(context.HttpContext))
        {
            return next();
        }

        context.HttpContext.Response.Headers.Allow = string.Join(", ", Verbs(context.ActionDescriptor));
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        return Task.CompletedTask;
    }

    private static bool IsRead(string verb) => HttpMethods.IsGet(verb) || HttpMethods.IsHead(verb);

    // Shown in the place of another page, with that page's verb.
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static IEnumerable<string> Verbs(CompiledPageActionDescriptor page) =>
        new[] { HttpMethods.Get, HttpMethods.Head }.Union(page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()));
}
