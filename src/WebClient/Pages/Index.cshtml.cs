using CleanLogin.WebClient.LoginServer;
using CleanLogin.WebClient.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CleanLogin.WebClient.Pages;

internal sealed class IndexModel(LoginServerApi api, IOptions<LoginServerOptions> options) : PageModel
{
    public string LoginServer => new Uri(options.Value.Authority).Authority;

    public bool HasTwoFactors => Acr.Reaches(User.FindFirst("acr")?.Value, Acr.Aal2);

    public IReadOnlyList<ShownClaim> Claims => ShownClaim.AllOf(User);

    public Task<IActionResult> OnPostSignInAsync(CancellationToken ct) => GoToLoginServerAsync(wantedAcr: null, ct);

    public Task<IActionResult> OnPostStepUpAsync(CancellationToken ct) => GoToLoginServerAsync(Acr.Aal2, ct);

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken ct)
    {
        if (await api.IsKnownAsync(ct))
        {
            return SignOut(SignInRequest.ReturningTo("/"), CookieAuthenticationDefaults.AuthenticationScheme, SignInRegistration.Scheme);
        }

        // Whoever wants to leave can always leave this application.
        return SignOut(SignInRequest.ReturningTo("/SignedOutHere"), CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async Task<IActionResult> GoToLoginServerAsync(string? wantedAcr, CancellationToken ct) =>
        await api.IsKnownAsync(ct)
            ? Challenge(SignInRequest.ReturningTo("/", wantedAcr), SignInRegistration.Scheme)
            : RedirectToPage("/SignInFailed", new { failure = SignInFailure.Unreachable });
}
