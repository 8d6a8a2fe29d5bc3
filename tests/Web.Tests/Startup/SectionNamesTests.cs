namespace CleanLogin.Web.Tests.Startup;

/// <summary>A section whose own name is misspelt would be a section that nobody reads.</summary>
public sealed class SectionNamesTests : IDisposable
{
    private readonly StartingServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("""{ "Sesions": { "IdleTimeout": "00:10:00" } }""", "Sesions (in appsettings.json) is not known. Did you mean Sessions?")]
    [InlineData("""{ "Authsignl": { "Secret": "hunter2" } }""", "Authsignl (in appsettings.json) is not known. Did you mean Authsignal?")]
    [InlineData("""{ "AuthsignalSercet": "hunter2" }""", "AuthsignalSercet (in appsettings.json) is not known. Did you mean AuthsignalSecret?")]
    [InlineData("""{ "Clinets": {} }""", "Clinets (in appsettings.json) is not known. Did you mean Clients?")]
    [InlineData("""{ "KeyRing": { "Path": "a" } }""", "KeyRing (in appsettings.json) is not known. This server reads *")]
    [InlineData("""{ "ConnectionStrings": { "Login": "Password=hunter2" } }""", "ConnectionStrings (in appsettings.json) is not known. *")]
    [InlineData("""{ "Sessions": "01:00:00" }""", "Sessions (in appsettings.json) must be a section, not one value.")]
    public async Task Every_name_in_a_settings_file_must_be_known(string json, string fault)
    {
        _server.Write("appsettings.json", json);

        (await _server.FaultsAsync(StartingServer.Complete)).Should().ContainSingle().Which.Should().Match(fault).And.NotContain("hunter2");
    }

    [Fact]
    public async Task The_file_of_the_environment_is_read_as_strictly()
    {
        _server.Write("appsettings.Production.json", """{ "Servr": { "Name": "Example" } }""");

        (await _server.FaultsAsync(StartingServer.Complete)).Should().Equal("Servr (in appsettings.Production.json) is not known. Did you mean Server?");
    }

    [Fact]
    public async Task What_the_framework_reads_may_stand_in_a_settings_file()
    {
        _server.Write("appsettings.json", """{ "$schema": "x", "Logging": { "LogLevel": {} }, "Kestrel": { "Limits": {} }, "Urls": "https://*:443" }""");

        (await _server.FaultsAsync(StartingServer.Complete)).Should().BeEmpty();
    }

    // As an environment would give them: SESIONS__IDLETIMEOUT is Sesions:IdleTimeout.
    [Theory]
    [InlineData("SESIONS:IDLETIMEOUT", "SESIONS", "Sessions")]
    [InlineData("Sessoins:IdleTimeout", "Sessoins", "Sessions")]
    [InlineData("Authsignl:Url", "Authsignl", "Authsignal")]
    [InlineData("Client:web:Secret", "Client", "Clients")]
    [InlineData("Databse:Provider", "Databse", "Database")]
    [InlineData("DataProtecton:CertificatePath", "DataProtecton", "DataProtection")]
    [InlineData("Mfaa:Provider", "Mfaa", "Mfa")]
    [InlineData("AUTHSIGNAL_SECRET", "AUTHSIGNAL_SECRET", "AuthsignalSecret")]
    [InlineData("CLEANLOGIN_DATE", "CLEANLOGIN_DATE", "CLEANLOGIN_DATA")]
    public async Task Elsewhere_a_slip_in_one_of_our_names_is_refused(string key, string name, string meant) =>
        (await _server.FaultsAsync([.. StartingServer.Complete, KeyValuePair.Create(key, "hunter2")]))
            .Should().Equal($"{name} (in the command line) is not known. Did you mean {meant}?");

    [Theory]
    [InlineData("PATH")]
    [InlineData("HOME")]
    [InlineData("DATA")]
    [InlineData("SERVER")]
    [InlineData("SESSION")]
    [InlineData("MFA")]
    [InlineData("CLEANLOGIN_PORT")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("KUBERNETES_PORT_443_TCP")]
    [InlineData("ConnectionStrings:Login")]
    [InlineData("services:client:https:0")]
    [InlineData("MyCompany:Setting")]
    public async Task Elsewhere_the_names_of_others_are_none_of_our_business(string key) =>
        (await _server.FaultsAsync([.. StartingServer.Complete, KeyValuePair.Create(key, "x")])).Should().BeEmpty();
}
