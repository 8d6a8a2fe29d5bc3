using System.Net.Http.Headers;
using System.Security.Claims;
using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using Duende.IdentityModel;
using Duende.IdentityServer.Validation;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Duende;

/// <summary>Reads the access tokens with which applications call this server's own API.</summary>
internal sealed class AccessTokens(IHttpContextAccessor http, ITokenValidator validator, IAccounts accounts)
{
    public async Task<AccessTokenReading> ReadAsync(string scope, CancellationToken ct)
    {
        // From the header alone (RFC 6750 §2.1): elsewhere it ends up in logs.
        if (TokenOf(http.HttpContext!.Request) is not { } token
            || await validator.ValidateAccessTokenAsync(token) is not { IsError: false, Claims: { } claims }
            || await claims.ToArray().FindHonouredAsync(accounts, ct) is not { } honoured)
        {
            return new AccessTokenReading.Invalid();
        }

        // A scope is an API of that name: a token for another API is not for this one, whatever it says besides.
        return Has(claims, JwtClaimTypes.Scope, scope) && Has(claims, JwtClaimTypes.Audience, scope)
            ? new AccessTokenReading.Granted(new AccessGrant(honoured.Account.Id, LevelOf(claims), honoured.LoginAt))
            : new AccessTokenReading.ScopeMissing();
    }

    private static string? TokenOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && string.Equals(header.Scheme, OidcConstants.AuthenticationSchemes.AuthorizationHeaderBearer, StringComparison.OrdinalIgnoreCase)
        && !string.IsNullOrEmpty(header.Parameter)
            ? header.Parameter
            : null;

    private static bool Has(IEnumerable<Claim> claims, string type, string value) =>
        claims.Any(claim => claim.Type == type && claim.Value.Split(' ').Contains(value, StringComparer.Ordinal));

    private static AssuranceLevel LevelOf(IEnumerable<Claim> claims) =>
        claims.FirstOrDefault(claim => claim.Type == JwtClaimTypes.AuthenticationContextClassReference) is { } acr
        && Acr.Find(acr.Value) is { } level
            ? level
            : AssuranceLevel.None;
}
