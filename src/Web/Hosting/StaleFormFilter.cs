using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanLogin.Web.Hosting;

/// <summary>
/// Checks the antiforgery token of every form. It stands in for the built-in filter, which answers a bare 400: here a form that was
/// open for too long, or since before a sign-in in another tab, comes back filled in, with a fresh token, for the same request.
/// </summary>
internal sealed class StaleFormFilter(IAntiforgery antiforgery) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null || await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            await next();
            return;
        }

        var form = (IStaleForm)context.HandlerInstance;
        context.HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.ModelState.Clear();
        context.ModelState.AddModelError(string.Empty, "This page was open for too long. Nothing was sent: please try once more.");
        context.Result = await form.ShowAgainAsync(context.HttpContext.RequestAborted);
    }
}
