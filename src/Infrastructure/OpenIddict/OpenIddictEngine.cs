using CleanLogin.Infrastructure.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>OpenIddict, the engine that runs unless another is chosen.</summary>
public sealed class OpenIddictEngine : IProtocolEngine
{
    private static readonly string[] GetAndPost = [HttpMethods.Get, HttpMethods.Post];

    /// <inheritdoc />
    public string Name => "OpenIddict";

    /// <inheritdoc />
    public Uri? LicencePage => null;

    /// <inheritdoc />
    public PathString Keys => EngineRegistration.Keys;

    /// <inheritdoc />
    // document.form.submit();
    public string FormPostScriptDigest => "j7OoGArf6XW6YY4cAyS3riSSvrJRqpSi1fOF9vQ5SrI=";

    /// <inheritdoc />
    public void AddTo(IServiceCollection services) => services.AddEngine();

    /// <inheritdoc />
    public void Use(IApplicationBuilder app) => app.UseAuthentication();

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(ProtocolPaths.Authorize, GetAndPost, (AuthorizeEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
        routes.MapPost(ProtocolPaths.Token, (TokenEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
        routes.MapMethods(ProtocolPaths.UserInfo, GetAndPost, (UserInfoEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
        routes.MapMethods(ProtocolPaths.EndSession, GetAndPost, (EndSessionEndpoint endpoint, HttpContext http, CancellationToken ct) =>
            endpoint.HandleAsync(http, ct)).DisableAntiforgery();
    }
}
