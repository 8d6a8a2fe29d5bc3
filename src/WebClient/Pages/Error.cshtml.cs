using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.WebClient.Pages;

/// <summary>Shown in the place of the page that failed, with that page's method: so no handler, and no second check of the form.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public (string Eyebrow, string Title, string Advice) Text => Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => (
            "Not done", "That page was too old", "Nothing has been changed. Go back to the start and try once more."),
        StatusCodes.Status503ServiceUnavailable => (
            "Not possible right now", "The login server does not answer", "Please try again in a minute."),
        StatusCodes.Status500InternalServerError => (
            "Not done", "Something went wrong", "It has been noted in the log. Please try again."),
        _ => ("Not found", "There is no such page", "The address may be mistyped, or the page has moved."),
    };
}
