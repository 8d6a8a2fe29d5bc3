using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// Which paths scripts of other origins may read: those that look at no cookie. Authorization and end session are navigations and stay
/// shut (RFC 9700 §2.6).
/// </summary>
internal static class EngineCors
{
    public const string Policy = "CleanLogin.Engine";

    private static readonly PathString[] Open =
        [EnginePaths.Configuration, EnginePaths.Keys, EnginePaths.Token, EnginePaths.UserInfo, EnginePaths.Revoke];

    public static bool IsOpen(HttpContext http) => Array.Exists(Open, path => http.Request.Path == path);

    // Any origin: without credentials it learns no more than a program outside of a browser does.
    public static IServiceCollection AddEngineCors(this IServiceCollection services) =>
        services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType)));
}
