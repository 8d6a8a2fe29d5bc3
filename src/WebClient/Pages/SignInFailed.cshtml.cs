using CleanLogin.WebClient.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.WebClient.Pages;

internal sealed class SignInFailedModel : PageModel
{
    public SignInFailureText Text { get; private set; } = SignInFailureText.For(SignInFailure.Failed);

    public IActionResult OnGet(string failure)
    {
        // A number would parse as well, and name no case.
        if (!Enum.TryParse<SignInFailure>(failure, out var known) || known.ToString() != failure)
        {
            return NotFound();
        }

        Text = SignInFailureText.For(known);
        Response.StatusCode = Text.Status;
        return Page();
    }
}
