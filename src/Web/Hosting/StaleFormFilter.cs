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
        if (context.HandlerMethod is null || await IsFreshAsync(context.HttpContext))
        {
            await next();
            return;
        }

        var form = (IStaleForm)context.HandlerInstance;
        context.HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.ModelState.Clear();
        context.ModelState.AddModelError(string.Empty, "This form was too old, too large or damaged. Nothing was changed: please try once more.");
        context.Result = await form.ShowAgainAsync(context.HttpContext.RequestAborted);
    }

    private async Task<bool> IsFreshAsync(HttpContext context)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // Thrown for a form that cannot be read, such as one over the limits: a refusal like the others.
            return false;
        }
    }
}
