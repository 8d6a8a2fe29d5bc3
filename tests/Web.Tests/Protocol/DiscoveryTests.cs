using System.Text.Json;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Protocol;

public abstract class DiscoveryTests(ITestDatabases databases) : ProtocolTest(databases)
{
    [Fact]
    public async Task Discovery_tells_what_the_server_does()
    {
        var metadata = await GetAsync("/.well-known/openid-configuration");

        metadata.GetProperty("issuer").GetString().Should().Be(LoginServer.Address.AbsoluteUri);
        Strings(metadata.GetProperty("code_challenge_methods_supported")).Should().Equal("S256");
        Strings(metadata.GetProperty("response_types_supported")).Should().Equal("code");
        Strings(metadata.GetProperty("grant_types_supported"))
            .Should().BeEquivalentTo("authorization_code", "client_credentials", "refresh_token");
        Strings(metadata.GetProperty("id_token_signing_alg_values_supported")).Should().Equal("ES256");
        Strings(metadata.GetProperty("acr_values_supported"))
            .Should().Equal("urn:cleanlogin:aal1", "urn:cleanlogin:email", "urn:cleanlogin:aal2", "phr", "phrh");
        metadata.GetProperty("authorization_response_iss_parameter_supported").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData("authorization_endpoint", "connect/authorize")]
    [InlineData("token_endpoint", "connect/token")]
    [InlineData("userinfo_endpoint", "connect/userinfo")]
    [InlineData("introspection_endpoint", "connect/introspect")]
    [InlineData("revocation_endpoint", "connect/revocation")]
    [InlineData("end_session_endpoint", "connect/endsession")]
    [InlineData("pushed_authorization_request_endpoint", "connect/par")]
    public async Task Discovery_names_the_endpoint(string name, string path)
    {
        var metadata = await GetAsync("/.well-known/openid-configuration");

        metadata.GetProperty(name).GetString().Should().Be(LoginServer.Address.AbsoluteUri + path);
    }

    [Fact]
    public async Task The_key_set_holds_one_public_key_on_P_256()
    {
        var keys = (await GetAsync(await KeySetPathAsync())).GetProperty("keys").EnumerateArray().ToArray();

        var key = keys.Should().ContainSingle().Subject;
        key.GetProperty("kty").GetString().Should().Be("EC");
        key.GetProperty("crv").GetString().Should().Be("P-256");
        key.TryGetProperty("d", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/jwks")]
    public async Task What_is_the_same_for_everybody_comes_from_memory(string path)
    {
        using var first = await Http.GetAsync(path, Ct);
        using var second = await Http.GetAsync(path + "?a=stranger", Ct);

        second.Headers.Age.Should().NotBeNull();
        (await second.Content.ReadAsStringAsync(Ct)).Should().Be(await first.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task The_key_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("cleanlogin-restart-").FullName;
        try
        {
            await using var database = await NewDatabaseAsync();
            var before = await KeyIdAsync(folder, database);
            var after = await KeyIdAsync(folder, database);

            after.Should().Be(before);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string?> KeyIdAsync(string folder, TestDatabase database)
    {
        using var server = Start(new Dictionary<string, string>(SettingsOn(database)) { ["Data:Folder"] = folder });
        using var http = server.CreateDefaultClient(LoginServer.Address);
        var keys = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync("/.well-known/jwks", Ct));
        return keys.GetProperty("keys")[0].GetProperty("kid").GetString();
    }

    private async Task<string> KeySetPathAsync() =>
        (await GetAsync("/.well-known/openid-configuration")).GetProperty("jwks_uri").GetString()!;

    private async Task<JsonElement> GetAsync(string url) =>
        JsonSerializer.Deserialize<JsonElement>(await Http.GetStringAsync(url, Ct));
}
