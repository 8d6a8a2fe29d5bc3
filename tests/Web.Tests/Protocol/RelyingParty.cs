using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Duende.IdentityModel.Client;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>An application that speaks to the server by a client library which shares no code with it.</summary>
internal sealed class RelyingParty(HttpClient http, string clientId, string? secret, string redirectUri)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>The authorization request; null takes a parameter out.</summary>
    public string AuthorizeUrl(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = clientId,
            ["redirect_uri"] = redirectUri,
            ["response_type"] = "code",
            ["scope"] = "openid profile email api1 offline_access",
            ["state"] = "the-state",
            ["nonce"] = "the-nonce",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return QueryHelpers.AddQueryString("/connect/authorize", parameters.Where(pair => pair.Value is not null));
    }

    /// <summary>Pushes the authorization request (RFC 9126) and gives the address that is left of it.</summary>
    public async Task<string> PushAsync(params (string Name, string? Value)[] changes)
    {
        var parameters = QueryHelpers.ParseQuery(AuthorizeUrl([.. changes, ("client_secret", secret)]).Split('?')[1])
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        using var content = new FormUrlEncodedContent(parameters);
        using var answer = await http.PostAsync(new Uri("/connect/par", UriKind.Relative), content, Ct);
        var reference = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("request_uri").GetString()!;
        return QueryHelpers.AddQueryString(
            "/connect/authorize", new Dictionary<string, string?> { ["client_id"] = clientId, ["request_uri"] = reference });
    }

    /// <summary>What an answer to the redirect URI says.</summary>
    public Dictionary<string, string> ReadAnswer(HttpResponseMessage response)
    {
        response.StatusCode.Should().BeOneOf(HttpStatusCode.Found, HttpStatusCode.SeeOther);
        var location = response.Headers.Location!;
        location.GetLeftPart(UriPartial.Path).Should().Be(redirectUri);
        return QueryHelpers.ParseQuery(location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    public async Task<TokenResponse> RedeemAsync(string code, string? verifier = null)
    {
        using var request = new AuthorizationCodeTokenRequest
        {
            Address = "/connect/token",
            ClientId = clientId,
            ClientSecret = secret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Code = code,
            RedirectUri = redirectUri,
            CodeVerifier = verifier ?? Verifier,
        };
        return await http.RequestAuthorizationCodeTokenAsync(request, Ct);
    }

    public async Task<TokenResponse> RefreshAsync(string refreshToken)
    {
        using var request = new RefreshTokenRequest
        {
            Address = "/connect/token",
            ClientId = clientId,
            ClientSecret = secret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            RefreshToken = refreshToken,
        };
        return await http.RequestRefreshTokenAsync(request, Ct);
    }

    public async Task<TokenRevocationResponse> RevokeAsync(string token)
    {
        using var request = new TokenRevocationRequest
        {
            Address = "/connect/revocation",
            ClientId = clientId,
            ClientSecret = secret,
            Token = token,
        };
        return await http.RevokeTokenAsync(request, Ct);
    }

    public async Task<TokenIntrospectionResponse> IntrospectAsync(string token)
    {
        using var request = new TokenIntrospectionRequest
        {
            Address = "/connect/introspect",
            ClientId = clientId,
            ClientSecret = secret,
            Token = token,
        };
        return await http.IntrospectTokenAsync(request, Ct);
    }
}
