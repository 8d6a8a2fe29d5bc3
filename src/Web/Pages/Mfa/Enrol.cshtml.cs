using System.Text;
using CleanLogin.Application.Mfa.BeginTotpEnrolment;
using CleanLogin.Application.Mfa.ConfirmTotpEnrolment;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Session;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Mfa;

internal sealed class EnrolModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    // From the address, unbound: a form that cannot be read binds nothing, and the login must not get lost with it.
    public string? Tx => Request.Query["tx"];

    public string Username { get; private set; } = string.Empty;

    public TotpEnrolmentView? View { get; private set; }

    /// <summary>Whether a recovery code has led here.</summary>
    public bool Replaces { get; private set; }

    /// <summary>The key in groups of four, as it is read and typed.</summary>
    public IEnumerable<string> KeyGroups => View!.Secret.Chunk(4).Select(group => new string(group));

    // As an image: what is in it stays a picture, and the policy of the page needs no exception.
    public string QrCode => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(View!.QrCodeSvg));

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, Tx);
        var code = new SecretField<TotpCode>(Input.Code, TotpCode.Parse);
        var outcome = await mediator.Send(new ConfirmTotpEnrolment(login.Id, login.Secret, code), ct);
        return outcome.Match<IActionResult?>(
            enrolled => this.GoToRecoveryCodes(login),
            wrong => this.AddFault(nameof(Input.Code), CodeText.WrongFirstTotp),
            throttled => this.AddPause(throttled.RetryAfter),
            denied => login.GoToCallback(),
            invalid => this.AddFaults(invalid.Faults)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, Tx);
        var outcome = await mediator.Send(new BeginTotpEnrolment(login.Id, login.Secret, login.OthersOf(HttpContext)), ct);
        return outcome.Match(
            ready =>
            {
                (View, Username, Replaces) = (ready.View, ready.Username, ready.Replaces);
                return Page();
            },
            enrolled => this.GoToRecoveryCodes(login),
            denied => login.GoToCallback());
    }
}
