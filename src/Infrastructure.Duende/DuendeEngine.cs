using CleanLogin.Infrastructure.Protocol;
using Duende.IdentityServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Duende;

/// <summary>Duende IdentityServer 7.4, for teams that have its licence.</summary>
public sealed class DuendeEngine : IProtocolEngine
{
    /// <inheritdoc />
    public string Name => "Duende IdentityServer";

    /// <inheritdoc />
    public Uri LicencePage { get; } = new("https://duendesoftware.com/license");

    /// <inheritdoc />
    public PathString Keys => "/.well-known/openid-configuration/jwks";

    /// <inheritdoc />
    public string FormPostScriptDigest => IdentityServerConstants.ContentSecurityPolicyHashes.AuthorizeScript["sha256-".Length..];

    /// <inheritdoc />
    public void AddTo(IServiceCollection services) => services.AddDuende();

    /// <inheritdoc />
    public void Use(IApplicationBuilder app) => app.UseIdentityServer();

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes)
    {
        // It answers all of its endpoints by itself.
    }
}
