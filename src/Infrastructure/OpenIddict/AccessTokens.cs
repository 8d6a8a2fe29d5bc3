using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Reads the access tokens with which applications call this server's own API.</summary>
internal sealed class AccessTokens(IHttpContextAccessor http, IAccounts accounts)
{
    private const string Scheme = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;

    public async Task<AccessTokenReading> ReadAsync(string scope, CancellationToken ct)
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("There is no request whose token could be read.");
        var token = (await context.AuthenticateAsync(Scheme)).Principal;
        if (token is null || await accounts.FindHonouredAsync(token, ct) is not { } account)
        {
            return new AccessTokenReading.Invalid();
        }

        // A scope is an API of that name: a token for another API is not for this one, whatever it says besides.
        return token.HasScope(scope) && token.HasAudience(scope)
            ? new AccessTokenReading.Granted(new AccessGrant(account.Id, LevelOf(token), LoginOf(token)))
            : new AccessTokenReading.ScopeMissing();
    }

    private static AssuranceLevel LevelOf(System.Security.Claims.ClaimsPrincipal token) =>
        token.GetClaim(Claims.AuthenticationContextReference) is { } name && Acr.Find(name) is { } level ? level : AssuranceLevel.None;

    private static DateTimeOffset LoginOf(System.Security.Claims.ClaimsPrincipal token) =>
        TokenAccounts.LoginOf(token) ?? throw new InvalidOperationException("A token without a login is not honoured.");
}
