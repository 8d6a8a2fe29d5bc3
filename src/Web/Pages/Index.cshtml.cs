using CleanLogin.Application.Authorization.GetSession;
using CleanLogin.Application.Ports;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages;

internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public LoginSession? Session { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Session = await mediator.Send(new GetSession(), ct);
}
