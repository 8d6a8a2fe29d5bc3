using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>
/// What speaks OpenID Connect. The composition root chooses one; everything else sees <see cref="Application.Ports.IAuthorizationServer"/>
/// and <see cref="Application.Ports.IInteractionPolicy"/>, which are the same with each.
/// </summary>
public interface IProtocolEngine
{
    /// <summary>What it is called, for the log.</summary>
    string Name { get; }

    /// <summary>Where its makers say who needs a licence of their own to run it; null where nobody does.</summary>
    Uri? LicencePage { get; }

    /// <summary>The path of its public keys (<c>jwks_uri</c>).</summary>
    PathString Keys { get; }

    /// <summary>
    /// The SHA-256 digest, in Base64, of the script in its answers by <c>form_post</c>: the one script that its pages may run (CSP
    /// <c>script-src</c>).
    /// </summary>
    string FormPostScriptDigest { get; }

    /// <summary>Registers it with its adapter of <see cref="Application.Ports.IAuthorizationServer"/>.</summary>
    void AddTo(IServiceCollection services);

    /// <summary>Puts it into the pipeline, in the place of authentication.</summary>
    void Use(IApplicationBuilder app);

    /// <summary>Maps the endpoints that it does not answer by itself.</summary>
    void Map(IEndpointRouteBuilder routes);
}
