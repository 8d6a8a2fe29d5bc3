using CleanLogin.Application.Authorization.ReadAccessToken;
using CleanLogin.Application.Ports;
using MediatR;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CleanLogin.Web.Api;

/// <summary>Lets through who calls with an access token of a scope, and tells the endpoint in whose name.</summary>
internal sealed class AccessTokenFilter(string scope) : IEndpointFilter
{
    public static AccessGrant GrantOf(HttpContext http) => http.Features.GetRequiredFeature<AccessGrant>();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";

        // Programs read these answers: no page for a person in the place of an empty body.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        var reading = await http.RequestServices.GetRequiredService<IMediator>().Send(new ReadAccessToken(scope), http.RequestAborted);
        return await reading.Match(
            granted =>
            {
                http.Features.Set(granted.Grant);
                return next(context);
            },
            _ => ValueTask.FromResult<object?>(new BearerChallenge.InvalidToken()),
            _ => ValueTask.FromResult<object?>(new BearerChallenge.InsufficientScope(scope)));
    }
}
