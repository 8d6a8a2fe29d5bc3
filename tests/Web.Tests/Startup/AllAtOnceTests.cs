using System.Diagnostics;

namespace CleanLogin.Web.Tests.Startup;

/// <summary>Whoever repairs a configuration is told everything at once, and in plain sentences.</summary>
public sealed class AllAtOnceTests : IDisposable
{
    private readonly StartingServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Faults_of_every_section_come_together()
    {
        _server.Write("appsettings.json", """{ "Clinets": {} }""");

        var faults = await _server.FaultsAsync(new Dictionary<string, string>
        {
            ["AllowedHosts"] = "https://login.example",
            ["Server:Isuer"] = "https://login.example",
            ["Server:TrustedProxies:0"] = "proxy",
            ["Data:Folder"] = "appsettings.json/data",
            ["Database:Provider"] = "Oracle",
            ["DataProtection:CertificatePath"] = "none.pfx",
            ["Mfa:Enrolment"] = "Sometimes",
            ["Authsignal:Secret"] = "hunter2",
            ["Sessions:AbsoluteLifetime"] = "24",
            ["Sessions:IdelTimeout"] = "01:00:00",
            ["Clients:web:Grants"] = "authorization_code",
        });

        string[] named =
        [
            "AllowedHosts ", "Server:Isuer ", "Server:Issuer ", "Server:TrustedProxies ", "Data:Folder ", "Database:Provider ",
            "DataProtection:CertificatePath ", "Mfa:Enrolment ", "Authsignal:Url ", "Sessions:AbsoluteLifetime ", "Sessions:IdelTimeout ",
            "Clients:web:Grants ", "Clinets ",
        ];
        named.Should().OnlyContain(key => faults.Any(fault => fault.StartsWith(key, StringComparison.Ordinal)), string.Join('\n', faults));
    }

    [Fact]
    public async Task The_process_ends_with_the_list_and_nothing_else()
    {
        var started = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList = { typeof(Program).Assembly.Location, "--environment=Production", "--contentRoot=" + _server.Folder },
            Environment =
            {
                ["Server__Isuer"] = "https://login.example",
                ["Sesions__IdleTimeout"] = "00:10:00",
                ["DataProtection__CertificatePath"] = "none.pfx",
                ["DataProtection__CertificatePassword"] = "hunter2",
            },
        };

        using var process = Process.Start(started)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.Should().Be(1);
        said.Should().StartWith("The login server cannot start.")
            .And.Contain("- Server:Isuer is not known. Did you mean Server:Issuer?")
            .And.Contain("- Sesions (in the environment) is not known. Did you mean Sessions?")
            .And.Contain("- DataProtection:CertificatePath must name")
            .And.NotContain("   at ").And.NotContain("hunter2");
        (await output).Should().NotContain("hunter2");
    }
}
