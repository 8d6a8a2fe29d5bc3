using CleanLogin.Infrastructure;
using CleanLogin.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace CleanLogin.Web.Tests.Startup;

/// <summary>The login server as an operator starts it in production: a folder of its own, a settings file if wanted, the command line.</summary>
internal sealed class StartingServer : IDisposable
{
    /// <summary>Where it is started.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("cleanlogin-start-").FullName;

    /// <summary>Every setting that there is, each with a good value, as single values and first items of lists.</summary>
    public static IReadOnlyDictionary<string, string> Complete { get; } = new Dictionary<string, string>
    {
        ["AllowedHosts"] = "login.example;*.login.example",
        ["Server:Issuer"] = "https://login.example",
        ["Server:Name"] = "Example",
        ["Server:TrustedProxies:0"] = "10.0.0.5",
        ["Server:TrustedProxies:1"] = "fd00::/8",
        ["Data:Folder"] = "data",
        ["Database:Provider"] = "PostgreSql",
        ["Database:ConnectionString"] = "Host=db;Database=login;Password=hunter2",
        ["Mfa:Provider"] = "Authsignal",
        ["Mfa:Enrolment"] = "Required",
        ["Mfa:AllowedMethods:0"] = "otp",
        ["Mfa:WhenUnavailable"] = "BuiltIn",
        ["Authsignal:Url"] = "https://api.authsignal.com/v1",
        ["Authsignal:Secret"] = "hunter2",
        ["Authsignal:TenantId"] = "tenant",
        ["Authsignal:Action"] = "login",
        ["Authsignal:ManageAction"] = "authenticators",
        ["Authsignal:EnrolVerifiedEmail"] = "true",
        ["Authsignal:UiHosts:0"] = "mfa.example",
        ["Mail:Host"] = "mail.example",
        ["Mail:Port"] = "465",
        ["Mail:Security"] = "Tls",
        ["Mail:User"] = "login",
        ["Mail:Password"] = "hunter2",
        ["Mail:From"] = "login@example.com",
        ["Sessions:AbsoluteLifetime"] = "12:00:00",
        ["Sessions:IdleTimeout"] = "00:30:00",
        ["Telemetry:Endpoint"] = "https://collector.example:4317",
        ["Telemetry:Protocol"] = "Grpc",
        ["Clients:web:Name"] = "Web",
        ["Clients:web:Secret"] = "hunter2",
        ["Clients:web:Grants:0"] = "authorization_code",
        ["Clients:web:Grants:1"] = "refresh_token",
        ["Clients:web:RedirectUris:0"] = "https://web.example/signin-oidc",
        ["Clients:web:PostLogoutRedirectUris:0"] = "https://web.example/",
        ["Clients:web:Scopes:0"] = "openid",
        ["Clients:service:Secret"] = "hunter2",
        ["Clients:service:Grants:0"] = "client_credentials",
        ["Clients:service:Scopes:0"] = "api1",
    };

    /// <summary>Puts a file beside the server.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    /// <summary>Builds the host; it is not started.</summary>
    public WebApplication Build(IEnumerable<KeyValuePair<string, string>> settings) => LoginServerHost.Build(
        ["--environment=Production", $"--contentRoot={Folder}", .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);

    /// <summary>What it says instead of starting; nothing where it would start.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        await using var app = Build(settings);
        try
        {
            app.Services.ValidateSettings();
            return [];
        }
        catch (OptionsValidationException stopped)
        {
            return [.. stopped.Failures];
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
