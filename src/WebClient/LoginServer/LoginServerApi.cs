using System.Net.Http.Headers;
using System.Text.Json;
using CleanLogin.WebClient.SignIn;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CleanLogin.WebClient.LoginServer;

/// <summary>What the application asks the login server outside of a sign-in.</summary>
internal sealed class LoginServerApi(
    IHttpClientFactory http,
    IOptionsMonitor<OpenIdConnectOptions> protocol,
    IOptions<LoginServerOptions> options)
{
    /// <summary>Whether the endpoints of the login server are known, so that a browser can be sent there.</summary>
    public async Task<bool> IsKnownAsync(CancellationToken ct)
    {
        try
        {
            await EndpointsAsync(ct);
            return true;
        }
        catch (Exception e) when (LoginServerFault.IsUnreachable(e))
        {
            return false;
        }
    }

    /// <summary>The claims of userinfo (OpenID Connect Core §5.3), or null when the access token is not accepted any more.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>?> FindUserInfoAsync(string accessToken, CancellationToken ct)
    {
        var endpoints = await EndpointsAsync(ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoints.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var client = http.CreateClient(WebClientHost.BackChannel);
        using var response = await client.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        using var claims = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        return [.. claims.RootElement.EnumerateObject().Select(c => KeyValuePair.Create(c.Name, Show(c.Value)))];
    }

    /// <summary>Exchanges a refresh token (RFC 6749 §6). Null when it is not accepted any more: the person has to sign in again.</summary>
    public async Task<RefreshedTokens?> FindNewTokensAsync(string refreshToken, CancellationToken ct)
    {
        var endpoints = await EndpointsAsync(ct);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = options.Value.ClientId,
            ["client_secret"] = options.Value.ClientSecret,
        });
        using var client = http.CreateClient(WebClientHost.BackChannel);
        using var response = await client.PostAsync(new Uri(endpoints.TokenEndpoint), form, ct);
        return response.IsSuccessStatusCode
            ? RefreshedTokens.From(new OpenIdConnectMessage(await response.Content.ReadAsStringAsync(ct)), refreshToken)
            : null;
    }

    private static string Show(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private Task<OpenIdConnectConfiguration> EndpointsAsync(CancellationToken ct) =>
        protocol.Get(SignInRegistration.Scheme).ConfigurationManager!.GetConfigurationAsync(ct);
}
