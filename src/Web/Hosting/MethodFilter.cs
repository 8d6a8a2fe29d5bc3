using CleanLogin.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanLogin.Web.Hosting;

/// <summary>
/// A page answers the methods that it has handlers for, and 405 to others (RFC 9110 §15.5.6): the framework would show the page without
/// having run anything.
/// </summary>
internal sealed class MethodFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;

        // The error page stands in for others, whatever they were asked by.
        if (context.HandlerMethod is not null || context.HandlerInstance is ErrorModel || HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return;
        }

        var allowed = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Append(HttpMethods.Get);
        context.HttpContext.Response.Headers.Allow = string.Join(", ", allowed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
