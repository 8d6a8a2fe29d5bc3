using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;

namespace CleanLogin.Benchmarks;

/// <summary>The application of the guide, at the protocol's endpoints.</summary>
internal sealed class Application(HttpClient http)
{
    private const string RedirectUri = "https://localhost:5002/signin-oidc";

    private readonly string _verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public Task DiscoverAsync() => GetAsync("/.well-known/openid-configuration");

    public Task<JsonElement> ServiceTokenAsync() => PostAsync("/connect/token", new()
    {
        ["grant_type"] = "client_credentials", ["client_id"] = "client", ["client_secret"] = "secret", ["scope"] = "api1",
    });

    public Task<JsonElement> RefreshAsync(string refreshToken) => PostAsync("/connect/token", new()
    {
        ["grant_type"] = "refresh_token", ["client_id"] = "web", ["client_secret"] = "secret", ["refresh_token"] = refreshToken,
    });

    public Task<JsonElement> IntrospectAsync(string accessToken) => PostAsync("/connect/introspect", new()
    {
        ["client_id"] = "api1", ["client_secret"] = "the secret of the API", ["token"] = accessToken,
    });

    public async Task UserInfoAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/connect/userinfo", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", accessToken);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public string AuthorizeUrl()
    {
        var query = HttpUtility.ParseQueryString(string.Empty);
        query["client_id"] = "web";
        query["redirect_uri"] = RedirectUri;
        query["response_type"] = "code";
        query["scope"] = "openid profile email api1 offline_access";
        query["state"] = "s";
        query["nonce"] = "n";
        query["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)));
        query["code_challenge_method"] = "S256";
        return "/connect/authorize?" + query;
    }

    /// <summary>The code flow of somebody who is signed in: authorize and exchange.</summary>
    public async Task<JsonElement> CodeFlowAsync(Visitor visitor)
    {
        var answer = await visitor.AskAsync(AuthorizeUrl());
        var code = HttpUtility.ParseQueryString(answer.Query)["code"] ?? throw new InvalidOperationException("There is no code.");
        return await PostAsync("/connect/token", new()
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "web", ["client_secret"] = "secret", ["code"] = code,
            ["redirect_uri"] = RedirectUri, ["code_verifier"] = _verifier,
        });
    }

    private async Task GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }
}
