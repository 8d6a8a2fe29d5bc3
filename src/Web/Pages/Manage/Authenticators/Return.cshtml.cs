using CleanLogin.Application.Authenticators.CompleteEnrolment;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage.Authenticators;

internal sealed class ReturnModel(IMediator mediator) : PageModel
{
    // Left at once: the address may hold a token, which is no use here and nobody's to read.
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await mediator.Send(new CompleteEnrolment(), ct);
        return new SeeOther(Url.Page("/Manage/Authenticators")!);
    }
}
