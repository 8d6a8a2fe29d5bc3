using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Web.Hosting;

/// <summary>A page with a form that can be shown again as it was filled in. Every page that takes a form has to be one.</summary>
internal interface IStaleForm
{
    /// <summary>The page, with the faults of its model state.</summary>
    Task<IActionResult> ShowAgainAsync(CancellationToken ct);
}
