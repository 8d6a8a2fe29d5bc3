using CleanLogin.Infrastructure.OpenIddict;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CleanLogin.Infrastructure;

/// <summary>The endpoints of the protocol engine that need this server's rules.</summary>
public static class AuthorizationServerEndpoints
{
    private static readonly string[] GetAndPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Lets scripts of other origins read discovery, keys, tokens and userinfo, and nothing else. The first two come from memory.</summary>
    public static void UseAuthorizationServerCors(this IApplicationBuilder app) =>
        app.UseWhen(EngineCors.IsOpen, open => open.UseCors(EngineCors.Policy).UseOutputCache());

    /// <summary>Maps authorization, token, userinfo and end session. The engine answers the others by itself.</summary>
    public static void MapAuthorizationServer(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(EnginePaths.Authorize, GetAndPost, (AuthorizeEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
        routes.MapPost(EnginePaths.Token, (TokenEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
        routes.MapMethods(EnginePaths.UserInfo, GetAndPost, (UserInfoEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
        routes.MapMethods(EnginePaths.EndSession, GetAndPost, (EndSessionEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
    }
}
