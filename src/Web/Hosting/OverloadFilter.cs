using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Hosting;

/// <summary>Too many passwords are being verified: the form comes back as it was filled in, like in any other outage.</summary>
internal sealed class OverloadFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed is { Exception: HashingOverloadedException, HandlerInstance: PageModel page and IStaleForm form })
        {
            executed.ExceptionHandled = true;
            page.AddDenial(DenialReason.ProviderUnavailable);
            executed.Result = await form.ShowAgainAsync(context.HttpContext.RequestAborted);
        }
    }
}
