using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Web.Hosting;

/// <summary>
/// Answers a form with another page of this server: 303, always fetched by GET (RFC 9110 §15.4.4), so that no form body, and no
/// password in it, travels on (RFC 9700 §4.12).
/// </summary>
internal sealed class SeeOther(string path) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
    }
}
