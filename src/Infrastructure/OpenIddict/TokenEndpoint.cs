using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The token endpoint, after the engine has checked client, code, verifier and token.</summary>
internal sealed class TokenEndpoint(Principals principals)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> HandleAsync(HttpContext http, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The engine has no request.");
        if (request.IsClientCredentialsGrantType())
        {
            return Results.SignIn(Principals.ForClient(request), authenticationScheme: Scheme);
        }

        var proven = (await http.AuthenticateAsync(Scheme)).Principal;
        return proven is not null && await principals.RenewAsync(proven, ct) is { } principal
            ? Results.SignIn(principal, authenticationScheme: Scheme)
            : Refuse();
    }

    private static IResult Refuse() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The account may not be used any more.",
        }),
        [Scheme]);
}
