using System.Text.Json;
using CleanLogin.Web.Tests.Hosting;
using Duende.IdentityModel.Client;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>The real host, the clients of Development, a public client and an API that introspects.</summary>
public abstract class ProtocolTest : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["Clients:spa:Grants:0"] = "authorization_code",
        ["Clients:spa:Grants:1"] = "refresh_token",
        ["Clients:spa:RedirectUris:0"] = "https://localhost:5003/callback",
        ["Clients:spa:Scopes:0"] = "profile",
        ["Clients:spa:Scopes:1"] = "email",
        ["Clients:spa:Scopes:2"] = "api1",
        ["Clients:spa:Scopes:3"] = "offline_access",
        ["Clients:api1:Grants:0"] = "client_credentials",
        ["Clients:api1:Secret"] = "the secret of the API",
    };

    private protected ProtocolTest(params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal);
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        Server = new LoginServer(settings: settings);
        Http = Server.CreateDefaultClient(LoginServer.Address);
        Web = new RelyingParty(Http, "web", "secret", "https://localhost:5002/signin-oidc");
        Spa = new RelyingParty(Http, "spa", null, "https://localhost:5003/callback");
        Api = new RelyingParty(Http, "api1", "the secret of the API", string.Empty);
    }

    private protected LoginServer Server { get; }

    private protected HttpClient Http { get; }

    private protected RelyingParty Web { get; }

    private protected RelyingParty Spa { get; }

    private protected RelyingParty Api { get; }

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Http.Dispose();
        Server.Dispose();
    }

    /// <summary>Somebody with a session of two factors.</summary>
    private protected async Task<Person> SignedInAsync()
    {
        var alice = Server.NewPerson();
        await alice.EnrolAsync();
        alice.HasSession.Should().BeTrue();
        return alice;
    }

    private protected static async Task<Dictionary<string, string>> AuthorizeAsync(
        Person person, RelyingParty app, params (string Name, string? Value)[] changes) =>
        app.ReadAnswer(await person.FetchAsideAsync(app.AuthorizeUrl(changes)));

    private protected static async Task<TokenResponse> TokensAsync(Person person, RelyingParty app)
    {
        var answer = await AuthorizeAsync(person, app);
        var tokens = await app.RedeemAsync(answer["code"]);
        tokens.IsError.Should().BeFalse(tokens.Raw);
        return tokens;
    }

    private protected async Task<UserInfoResponse> UserInfoAsync(string accessToken)
    {
        using var request = new UserInfoRequest { Address = "/connect/userinfo", Token = accessToken };
        return await Http.GetUserInfoAsync(request, Ct);
    }

    private protected static JsonElement Payload(string token) =>
        JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(token.Split('.')[1]));

    private protected static string[] Strings(JsonElement array)
    {
        array.ValueKind.Should().Be(JsonValueKind.Array);
        return [.. array.EnumerateArray().Select(item => item.GetString()!)];
    }
}
