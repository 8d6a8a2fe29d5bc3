using CleanLogin.Infrastructure.Protocol;
using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>Sends the browser to the login page with a return URL that means nothing in any other browser.</summary>
internal sealed class LoginPageWriter(WaitingRequests waiting) : IHttpResponseWriter<AuthorizeInteractionPageResult>
{
    public Task WriteHttpResponse(AuthorizeInteractionPageResult result, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Redirect(ProtocolPaths.LoginPage(waiting.Wait(result.Request)));
        return Task.CompletedTask;
    }
}
