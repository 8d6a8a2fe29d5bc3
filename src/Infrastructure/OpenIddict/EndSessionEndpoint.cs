using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// The end session endpoint (OpenID Connect RP-Initiated Logout). Without an <c>id_token_hint</c> of this very session the person is
/// asked: another site must not be able to sign people out (ASVS 10.6.2).
/// </summary>
internal sealed class EndSessionEndpoint(BrowserSession session, OpenIddictAuthorizationServer server)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> HandleAsync(HttpContext http, CancellationToken ct)
    {
        if (http.GetOpenIddictServerResponse() is { Error: { } error } response)
        {
            return Results.Redirect(server.ErrorPage(new ProtocolError(error, response.ErrorDescription)));
        }

        if (await session.GetAsync(ct) is not null)
        {
            var hinted = (await http.AuthenticateAsync(Scheme)).Principal?.GetClaim(Principals.SessionId);
            if (!string.Equals(hinted, session.Reference, StringComparison.Ordinal))
            {
                return Results.Redirect(server.LogoutPage(http.Request.Path + http.Request.QueryString.Value));
            }

            await session.EndAsync(ct);
        }

        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/Account/LoggedOut" }, [Scheme]);
    }
}
