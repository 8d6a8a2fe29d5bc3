using CleanLogin.Application.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The userinfo endpoint (OpenID Connect Core §5.3): what the scopes of the access token allow, as it is now.</summary>
internal sealed class UserInfoEndpoint(IAccounts accounts)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> HandleAsync(HttpContext http, CancellationToken ct)
    {
        // A token in an address ends up in logs and histories (RFC 9700 §4.3.2).
        if (http.Request.Query.ContainsKey(Parameters.AccessToken))
        {
            return Results.Challenge(
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidRequest,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "An access token is not taken from the query.",
                }),
                [Scheme]);
        }

        var token = (await http.AuthenticateAsync(Scheme)).Principal;
        if (token is null || await accounts.FindHonouredAsync(token, ct) is not { } account)
        {
            return Results.Challenge(authenticationSchemes: [Scheme]);
        }

        var claims = new Dictionary<string, object?>(StringComparer.Ordinal) { [Claims.Subject] = account.Id.Value };
        if (token.HasScope(Scopes.Profile))
        {
            claims[Claims.Name] = account.DisplayName;
            claims[Claims.PreferredUsername] = account.Username.Value;
        }

        if (token.HasScope(Scopes.Email) && account.Email is not null)
        {
            claims[Claims.Email] = account.Email;
            claims[Claims.EmailVerified] = account.EmailVerified;
        }

        return Results.Json(claims);
    }
}
