using System.Text.RegularExpressions;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Web.Tests.Startup;

/// <summary>A server with a setting that is missing, misspelt or bad does not start, and says which, and what is asked for.</summary>
public sealed partial class EverySettingTests : IDisposable
{
    private readonly StartingServer _server = new();

    // Each key with a slip of the keyboard in it, a bad value, and the rule that the value breaks. In the order of docs/configuration.md.
    public static TheoryData<string, string, string, string> Table() => new()
    {
        { "Server:Issuer", "Server:Isuer", "http://login.example", "must be an absolute https URL" },
        { "Server:Name", "Server:Nmae", "Login: Example", "must be 1 to 64 characters without colon" },
        { "Server:TrustedProxies:0", "Server:TrustedProxys:0", "proxy.example", "must be addresses" },
        { "Data:Folder", "Data:Foldr", " ", "must name a folder" },
        { "Database:Provider", "Database:Provder", "Oracle", "must be Sqlite or PostgreSql" },
        { "Database:ConnectionString", "Database:ConectionString", "Host=db;Password=hunter2", "that names a database" },
        { "DataProtection:CertificatePath", "DataProtection:CertificatPath", "none.pfx", "must name a PKCS #12 file that can be opened" },
        { "DataProtection:CertificatePassword", "DataProtection:CertificatePasword", "hunter2", "must be left out where DataProtection:CertificatePath is" },
        { "Mfa:Provider", "Mfa:Providr", "Authsginal", "must be BuiltIn or Authsignal" },
        { "Mfa:Enrolment", "Mfa:Enrollment", "Sometimes", "must be Required or Optional" },
        { "Mfa:AllowedMethods:0", "Mfa:AlowedMethods:0", "passkey", "must hold names of methods" },
        { "Mfa:WhenUnavailable", "Mfa:WhenUnavailabel", "Allow", "must be Refuse or BuiltIn" },
        { "Authsignal:Url", "Authsignal:Ulr", "http://api.authsignal.com/v1", "must be the https URL of your tenant's region" },
        { "Authsignal:Secret", "Authsignal:Sercet", " ", "must be set to the tenant's server API key" },
        { "Authsignal:TenantId", "Authsignal:TenantID_", " ", "must be the tenant's id" },
        { "Authsignal:Action", "Authsignal:Acton", "log in", "must be 1 to 64 letters, digits, hyphens or underscores" },
        { "Authsignal:ManageAction", "Authsignal:ManagAction", "login", "another than Authsignal:Action" },
        { "Authsignal:PasskeyAction", "Authsignal:PaskeyAction", "login", "another than Authsignal:Action" },
        { "Authsignal:AddPasskeyAction", "Authsignal:AddPaskeyAction", "login", "another than Authsignal:Action" },
        { "Authsignal:EnrolVerifiedEmail", "Authsignal:EnrollVerifiedEmail", "yes", "must be true or false" },
        { "Authsignal:UiHosts:0", "Authsignal:UiHost:0", "https://mfa.example", "must be host names" },
        { "Mail:Host", "Mail:Hots", "https://mail.example", "must be the name or address of a mail server" },
        { "Mail:Port", "Mail:Prot", "65536", "must be 1 to 65535" },
        { "Mail:Security", "Mail:Securty", "Ssl", "must be StartTls or Tls or None" },
        { "Mail:User", "Mail:Usr", " ", "must not be empty" },
        { "Mail:Password", "Mail:Pasword", "", "must not be empty" },
        { "Mail:From", "Mail:Form", "Login <login@example.com>", "must be the address that mails come from" },
        { "Mail:PickupFolder", "Mail:PickupFoldr", "mails", "must be left out where Mail:Host is given" },
        { "Sessions:AbsoluteLifetime", "Sessions:AbsoluteLifeime", "31.00:00:00", "must be more than zero and at most 30 days" },
        { "Sessions:IdleTimeout", "Sessions:IdelTimeout", "13:00:00", "must be more than zero and at most Sessions:AbsoluteLifetime" },
        { "Throttling:FailuresPerAddressBlock", "Throttling:FailuresPerAdressBlock", "-1", "must be 0, which is no limit, to" },
        { "Throttling:MailsPerAddressBlock", "Throttling:MailsPerAdressBlock", "1000001", "must be 0, which is no limit, to" },
        { "Telemetry:Endpoint", "Telemetry:Endpont", "https://me:hunter2@collector.example", "must be an http or https URL" },
        { "Telemetry:Protocol", "Telemetry:Protocl", "Smtp", "must be Grpc or HttpProtobuf" },
        { "Clients:web:Name", "Clients:web:Nane", " ", "must be what people read" },
        { "Clients:web:Secret", "Clients:web:Secert", "", "must not be empty" },
        { "Clients:web:Grants:0", "Clients:web:Grant:0", "implicit", "must be among authorization_code, refresh_token, client_credentials" },
        { "Clients:web:RedirectUris:0", "Clients:web:RedirectUrls:0", "http://web.example/signin-oidc", "must be absolute https URLs" },
        { "Clients:web:PostLogoutRedirectUris:0", "Clients:web:PostLogoutRedirectUri:0", "https://*.example/", "must be absolute https URLs" },
        { "Clients:web:Scopes:0", "Clients:web:Scope:0", "openid profile", "must be names without spaces" },
    };

    // More that a key refuses, each for its own reason.
    public static TheoryData<string, string, string> MoreBadValues() => new()
    {
        { "AllowedHosts", "https://login.example", "AllowedHosts must be host names" },
        { "AllowedHosts", "login.example:443", "AllowedHosts must be host names" },
        { "Server:Issuer", "login.example", "Server:Issuer must be an absolute https URL" },
        { "Server:Issuer", "https://login.example?x=1", "Server:Issuer must be an absolute https URL" },
        { "Server:Issuer", "https://me:hunter2@login.example", "Server:Issuer must be an absolute https URL" },
        { "Server:Name", "", "Server:Name must be" },
        { "Server:TrustedProxies", "10.0.0.5", "Server:TrustedProxies must be a list (Server:TrustedProxies:0, Server:TrustedProxies:1 and so on)" },
        { "Server:TrustedProxies:0", "0.0.0.0/0", "Server:TrustedProxies must be addresses" },
        { "Server:TrustedProxies:0", "10.0.0.1/8", "Server:TrustedProxies must be addresses" },
        { "Server:TrustedProxies:0", "10", "Server:TrustedProxies must be addresses" },
        { "Server:Issuer:Url", "https://login.example", "Server:Issuer must be one value, not a section" },
        { "Data:Folder", "appsettings.json/data", "Data:Folder (or CLEANLOGIN_DATA) must name a folder that this server can make" },
        { "Database:Provider", "1", "Database:Provider must be Sqlite or PostgreSql" },
        { "Database:ConnectionString", "Sauce=hunter2", "Database:ConnectionString must be a connection string of PostgreSql" },
        { "DataProtection:CertificatePath", "appsettings.json", "DataProtection:CertificatePath must name a PKCS #12 file" },
        { "Mfa:Provider", "1", "Mfa:Provider must be BuiltIn or Authsignal, not '1'" },
        { "Mfa:Provider", "", "Mfa:Provider must be BuiltIn or Authsignal" },
        { "Mfa:Enrolment", "0", "Mfa:Enrolment must be Required or Optional, not '0'" },
        { "Authsignal:Url", "https://user:hunter2@api.authsignal.com/v1", "Authsignal:Url must be the https URL" },
        { "Authsignal:Url", "https://localhost:5010/v1", "Authsignal:Url must be the https URL" },
        { "Authsignal:UiHosts", "mfa.example", "Authsignal:UiHosts must be a list" },
        { "Mail:Port", "smtp", "Mail:Port must be a whole number" },
        { "Mail:Security", "None", "Mail:Security must be StartTls or Tls, but for a mail server on this machine" },
        { "Sessions:AbsoluteLifetime", "24", "Sessions:AbsoluteLifetime must be a time as hours:minutes:seconds" },
        { "Sessions:AbsoluteLifetime", "a day", "Sessions:AbsoluteLifetime must be a time as hours:minutes:seconds" },
        { "Sessions:AbsoluteLifetime", "00:00:00", "Sessions:AbsoluteLifetime must be more than zero" },
        { "Sessions:IdleTimeout", "-00:30:00", "Sessions:IdleTimeout must be more than zero" },
        { "Sessions:IdleTimeout", "", "Sessions:IdleTimeout must be a time" },
        { "Telemetry:Endpoint", "collector:4317", "Telemetry:Endpoint must be an http or https URL" },
        { "Telemetry:Endpoint", "https://collector.example/?key=hunter2", "Telemetry:Endpoint must be an http or https URL" },
        { "Telemetry:Protocol", "1", "Telemetry:Protocol must be Grpc or HttpProtobuf, not '1'" },
        { "Clients:web", "secret", "Clients:web must be a section, not one value" },
        { "Clients:web:Grants", "authorization_code", "Clients:web:Grants must be a list" },
        { "Clients:web:Grants:0", "client_credentials", "Clients:web:Grants must hold authorization_code beside refresh_token" },
        { "Clients:web:RedirectUris:0", "https://web.example/#here", "Clients:web:RedirectUris must be absolute https URLs" },
        { "Clients:web:RedirectUris:0", "/signin-oidc", "Clients:web:RedirectUris must be absolute https URLs" },
        { "Clients:web:Scopes:0", "", "Clients:web:Scopes must be names" },
    };

    // What has no default, where it is asked for.
    public static TheoryData<string, string> Required() => new()
    {
        { "Server:Issuer", "Server:Issuer must be an absolute https URL" },
        { "Database:ConnectionString", "Database:ConnectionString must be set where Database:Provider is PostgreSql" },
        { "Authsignal:Url", "Authsignal:Url must be the https URL of your tenant's region" },
        { "Authsignal:Secret", "Authsignal:Secret must be set" },
        { "Mail:Password", "Mail:Password must be given where Mail:User is" },
        { "Mail:User", "Mail:Password must be given where Mail:User is" },
        { "Mail:Host", "Mail:User must be left out where Mail:Host is" },
        { "Mail:From", "Mail:From must be the address that mails come from" },
        { "Clients:service:Secret", "Clients:service:Secret must be set for the grant client_credentials" },
        { "Clients:service:Grants:0", "Clients:service:Grants must name at least one of" },
        { "Clients:web:RedirectUris:0", "Clients:web:RedirectUris must name at least one URL for the grant authorization_code" },
    };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task With_every_setting_good_it_starts() => (await FaultsAsync([])).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_misspelt_key_is_named_with_the_one_that_was_meant(string key, string misspelt, string bad, string rule)
    {
        _ = (bad, rule);

        var faults = await FaultsAsync(new() { [misspelt] = StartingServer.Complete.GetValueOrDefault(key, "x") });

        faults.Should().ContainSingle().Which.Should().StartWith($"{Item().Replace(misspelt, "")} is not known. Did you mean {Item().Replace(key, "")}?");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_bad_value_is_named_by_its_key_and_rule(string key, string misspelt, string bad, string rule)
    {
        _ = misspelt;

        var faults = await FaultsAsync(new() { [key] = bad });

        faults.Should().ContainSingle().Which.Should().StartWith(Item().Replace(key, "")).And.Contain(rule).And.NotContain("hunter2");
    }

    [Theory]
    [MemberData(nameof(MoreBadValues))]
    public async Task Other_bad_values_are_named_too(string key, string bad, string fault) =>
        (await FaultsAsync(new() { [key] = bad })).Should().ContainMatch($"{fault}*").And.NotContainMatch("*hunter2*");

    [Theory]
    [MemberData(nameof(Required))]
    public async Task A_missing_key_is_named(string key, string fault) =>
        (await FaultsAsync(new() { [key] = null })).Should().ContainSingle().Which.Should().StartWith(fault);

    [Fact]
    public async Task No_setting_is_left_out_here()
    {
        await using var app = _server.Build(StartingServer.Complete);

        var tested = Table().Select(row => Item().Replace(row.Data.Item1, "").Replace(":web:", $":{SettingsKeys.AnyName}:", StringComparison.Ordinal));

        tested.Should().BeEquivalentTo(SettingsKeys.Of(app.Services.GetServices<SettingsSection>()));
    }

    private Task<IReadOnlyList<string>> FaultsAsync(Dictionary<string, string?> changes)
    {
        _server.Write("appsettings.json", "{}");
        return _server.FaultsAsync(StartingServer.Complete
            .Where(setting => !changes.ContainsKey(setting.Key))
            .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Key, change.Value!))));
    }

    [GeneratedRegex(@":\d+\z")]
    private static partial Regex Item();
}
