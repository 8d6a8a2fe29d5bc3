using CleanLogin.Application.Login;
using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>Says in errors too who answers (RFC 9207 §2): the engine itself does so in successes alone.</summary>
internal sealed class AnswerWriter(AuthorizeHttpWriter engine, ServerAddress address) : IHttpResponseWriter<AuthorizeResult>
{
    public Task WriteHttpResponse(AuthorizeResult result, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(result);
        result.Response.Issuer ??= address.Issuer.AbsoluteUri;
        return engine.WriteHttpResponse(result, context);
    }
}
