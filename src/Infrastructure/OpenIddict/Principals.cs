using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Clients;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The only place that says what tokens say.</summary>
internal sealed class Principals(IAccounts accounts, ISessions sessions)
{
    /// <summary>Which session an ID token came from (OpenID Connect Front-Channel Logout §3).</summary>
    public const string SessionId = "sid";

    /// <summary>For a person with a session; null where the account may not be used (any more).</summary>
    public async Task<ClaimsPrincipal?> ForSessionAsync(
        LoginSession session, string? reference, OpenIddictRequest request, CancellationToken ct)
    {
        if (await accounts.FindAsync(session.User, ct) is not { } account || !account.Honours(session.AuthenticatedAt))
        {
            return null;
        }

        var identity = NewIdentity();
        Describe(identity, account);
        identity.SetClaim(Claims.AuthenticationTime, session.AuthenticatedAt.ToUnixTimeSeconds());
        SetMethods(identity, session.Methods.ToAmr());
        identity.SetClaim(SessionId, reference);
        identity.SetClaim(Claims.AuthenticationContextReference, Acr.NameOf(session.Methods.Level));
        return Finish(identity, request.GetScopes());
    }

    /// <summary>For a code or refresh token that is exchanged: what was proven stays as it was, account and session are looked at again.</summary>
    public async Task<ClaimsPrincipal?> RenewAsync(ClaimsPrincipal proven, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(proven);
        if (await accounts.FindHonouredAsync(proven, ct) is not { } account
            || (SessionReference.Parse(proven.GetClaim(SessionId)) is { } session && await sessions.IsEndedAsync(session, ct)))
        {
            return null;
        }

        var identity = new ClaimsIdentity(proven.Claims, "CleanLogin", Claims.Name, Claims.Role);
        Describe(identity, account);
        SetMethods(identity, ReadMethods(proven));
        identity.SetDestinations(DestinationsOf);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>For an application that acts by itself.</summary>
    public static ClaimsPrincipal ForClient(OpenIddictRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var identity = NewIdentity();
        identity.SetClaim(Claims.Subject, request.ClientId);

        // What OpenID Connect defines is about a person: no ID token says that an application has signed in.
        return Finish(identity, [.. request.GetScopes().Except(IdentityScopes.All, StringComparer.Ordinal)]);
    }

    private static ClaimsIdentity NewIdentity() => new("CleanLogin", Claims.Name, Claims.Role);

    // An array even where there is one (OpenID Connect Core §2): as plain claims, a single value would become a string.
    private static void SetMethods(ClaimsIdentity identity, IReadOnlyList<string> amr)
    {
        identity.RemoveClaims(Claims.AuthenticationMethodReference);
        identity.AddClaim(new Claim(
            Claims.AuthenticationMethodReference, JsonSerializer.Serialize(amr), JsonClaimValueTypes.JsonArray));
    }

    // A token that was read back may have the array in parts.
    private static string[] ReadMethods(ClaimsPrincipal proven) =>
    [
        .. proven.FindAll(Claims.AuthenticationMethodReference).SelectMany(claim =>
            claim.ValueType == JsonClaimValueTypes.JsonArray ? JsonSerializer.Deserialize<string[]>(claim.Value)! : [claim.Value]),
    ];

    private static void Describe(ClaimsIdentity identity, Account account)
    {
        identity.SetClaim(Claims.Subject, account.Id.Value);
        identity.SetClaim(Claims.Name, account.DisplayName);
        identity.SetClaim(Claims.PreferredUsername, account.Username.Value);
        identity.SetClaim(Claims.Email, account.Email);
        identity.SetClaim(Claims.EmailVerified, account.EmailVerified);
    }

    private static ClaimsPrincipal Finish(ClaimsIdentity identity, ImmutableArray<string> granted)
    {
        identity.SetScopes(granted);

        // A scope that OpenID Connect does not define names an API, which is the audience.
        identity.SetResources(granted.Except(IdentityScopes.All, StringComparer.Ordinal));
        identity.SetDestinations(DestinationsOf);
        return new ClaimsPrincipal(identity);
    }

    // What is about the login goes into every token, so that an API can decide by it (RFC 9470 §6); what is about the person goes where
    // the scope allows.
    private static IEnumerable<string> DestinationsOf(Claim claim) => claim.Type switch
    {
        Claims.Name or Claims.PreferredUsername when claim.Subject!.HasScope(Scopes.Profile) => [Destinations.IdentityToken],
        Claims.Email or Claims.EmailVerified when claim.Subject!.HasScope(Scopes.Email) => [Destinations.IdentityToken],
        SessionId => [Destinations.IdentityToken],
        Claims.Subject or Claims.AuthenticationTime or Claims.AuthenticationMethodReference or Claims.AuthenticationContextReference =>
            [Destinations.AccessToken, Destinations.IdentityToken],
        _ => [],
    };
}
