using CleanLogin.Infrastructure.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure;

/// <summary>The protocol engine in the pipeline of the host.</summary>
public static class AuthorizationServerEndpoints
{
    /// <summary>Lets scripts of other origins read discovery, keys, tokens and userinfo, and nothing else. The first two come from memory.</summary>
    public static void UseAuthorizationServerCors(this IApplicationBuilder app)
    {
        var engine = app.ApplicationServices.GetRequiredService<IProtocolEngine>();
        app.UseWhen(http => ProtocolCors.IsOpen(http, engine), open => open.UseCors(ProtocolCors.Policy).UseOutputCache());
    }

    /// <summary>In the place of authentication, which is the engine's.</summary>
    public static void UseAuthorizationServer(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IProtocolEngine>().Use(app);

    /// <summary>Maps the endpoints that need this server's rules. The engine answers the others by itself.</summary>
    public static void MapAuthorizationServer(this IEndpointRouteBuilder routes) =>
        routes.ServiceProvider.GetRequiredService<IProtocolEngine>().Map(routes);
}
