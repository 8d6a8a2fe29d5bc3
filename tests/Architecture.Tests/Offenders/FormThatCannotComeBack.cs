using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Architecture.Tests.Offenders;

internal sealed class FormThatCannotComeBack : PageModel
{
    public IActionResult OnGet() => Page();

    public IActionResult OnPostSend() => Page();
}
