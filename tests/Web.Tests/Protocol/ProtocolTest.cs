using System.Net;
using System.Text.Json;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;
using Duende.IdentityModel.Client;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>The real host, the clients of Development, a public client and an API that introspects.</summary>
public abstract class ProtocolTest(ITestDatabases databases, params (string Key, string Value)[] more) : IAsyncLifetime
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

    private TestDatabase? _database;

    private protected LoginServer Server { get; private set; } = null!;

    private protected HttpClient Http { get; private set; } = null!;

    private protected RelyingParty Web { get; private set; } = null!;

    private protected RelyingParty Spa { get; private set; } = null!;

    private protected RelyingParty Api { get; private set; } = null!;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(databases.Missing is not null, databases.Missing ?? string.Empty);
        _database = await databases.NewAsync(LoginServer.StartOnceAsync);
        Server = Start(SettingsOn(_database));
        Http = Server.CreateDefaultClient(LoginServer.Address);
        Web = new RelyingParty(Http, "web", "secret", "https://localhost:5002/signin-oidc");
        Spa = new RelyingParty(Http, "spa", null, "https://localhost:5003/callback");
        Api = new RelyingParty(Http, "api1", "the secret of the API", string.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Starts the server; a contract adds what it listens with.</summary>
    private protected virtual LoginServer Start(IReadOnlyDictionary<string, string> settings) => new(settings: settings);

    /// <summary>One that no server has started on, for a data folder that is the test's own.</summary>
    private protected Task<TestDatabase> NewDatabaseAsync() => databases.NewAsync();

    /// <summary>Those of the clients, of the database and of the test.</summary>
    private protected Dictionary<string, string> SettingsOn(TestDatabase database) =>
        new(
            Settings.Concat(database.Settings).Concat(more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))),
            StringComparer.Ordinal);

    /// <summary>Somebody with a session of two factors.</summary>
    private protected async Task<Person> SignedInAsync()
    {
        var alice = Server.NewPerson();
        await alice.EnrolAsync();
        alice.HasSession.Should().BeTrue();
        return alice;
    }

    /// <summary>Asks, expects to be sent to the login page, and gives the return URL.</summary>
    private protected static async Task<string> BeginAsync(Person person, string url)
    {
        using var response = await person.FetchAsideAsync(url);
        response.StatusCode.Should().Be(HttpStatusCode.Found);
        var location = new Uri(LoginServer.Address, response.Headers.Location!);
        location.AbsolutePath.Should().Be("/Account/Login");
        return QueryHelpers.ParseQuery(location.Query)["ReturnUrl"].ToString();
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
