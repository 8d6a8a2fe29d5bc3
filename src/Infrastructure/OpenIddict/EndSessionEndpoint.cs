using CleanLogin.Infrastructure.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

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
        if (await session.GetAsync(ct) is { } present)
        {
            var hinted = (await http.AuthenticateAsync(Scheme)).Principal?.GetClaim(Claims.Subject);
            if (hinted != present.User.Value)
            {
                var resume = http.Request.Path + http.Request.QueryString.Value;
                return Results.Redirect("/Account/Logout?LogoutId=" + Uri.EscapeDataString(server.Refer(resume)));
            }

            await session.EndAsync(ct);
        }

        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/Account/LoggedOut" }, [Scheme]);
    }
}
