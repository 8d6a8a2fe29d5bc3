using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>
/// Which paths scripts of other origins may read: those that look at no cookie. Authorization and end session are navigations and stay
/// shut (RFC 9700 §2.6).
/// </summary>
internal static class ProtocolCors
{
    public const string Policy = "CleanLogin.Protocol";

    private static readonly PathString[] Open =
        [ProtocolPaths.Configuration, ProtocolPaths.Token, ProtocolPaths.UserInfo, ProtocolPaths.Revoke];

    public static bool IsOpen(HttpContext http, IProtocolEngine engine) =>
        http.Request.Path == engine.Keys || Array.Exists(Open, path => http.Request.Path == path);

    // Any origin: without credentials it learns no more than a program outside of a browser does.
    public static IServiceCollection AddProtocolCors(this IServiceCollection services) =>
        services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType)));
}
