using CleanLogin.Application.Ports;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Architecture.Tests.Offenders;

public class PageThatActsByItself(ILoginTransactions transactions) : PageModel
{
    public async Task OnPostAsync(CancellationToken ct) => await transactions.FindAsync(default, ct);
}
