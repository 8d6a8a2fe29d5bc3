using System.Diagnostics;
using CleanLogin.Application.Authorization.GetError;
using CleanLogin.Application.Ports;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages;

// Also shown in the place of a page that failed, with that page's method: then no handler runs, and nothing is looked up.
internal sealed class ErrorModel(IMediator mediator) : PageModel
{
    public ProtocolError? Fault { get; private set; }

    public string CorrelationId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public (string Title, string Advice) Text =>
        Fault is null ? ErrorText.For(Response.StatusCode) : ErrorText.ForProtocol;

    public async Task OnGetAsync(string? id, CancellationToken ct)
    {
        if (id is null)
        {
            return;
        }

        Fault = await mediator.Send(new GetProtocolError(id), ct);
        Response.StatusCode = Fault is null ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
    }
}
