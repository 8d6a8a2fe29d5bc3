using CleanLogin.WebClient.LoginServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.WebClient.Tests.Hosting;

public sealed class StartUpTests
{
    private const string Good = "https://login.test";

    [Fact]
    public void Every_missing_setting_is_named_at_once() =>
        Faults("Production", "", "", "").Should().HaveCount(3)
            .And.ContainMatch("Authority is missing*").And.ContainMatch("ClientId is missing*").And.ContainMatch("ClientSecret is missing*");

    [Theory]
    [InlineData("login.test")]
    [InlineData("http://login.test")]
    [InlineData("https://login.test?tenant=1")]
    [InlineData("https://me:pw@login.test")]
    public void An_authority_that_is_no_https_address_is_refused_in_every_environment(string authority)
    {
        Faults("Production", authority, "web", "s").Should().ContainSingle().Which.Should().StartWith("Authority must be");
        Faults("Development", authority, "web", "s").Should().ContainSingle().Which.Should().StartWith("Authority must be");
    }

    [Fact]
    public void A_login_server_on_this_machine_is_for_development_only()
    {
        Faults("Staging", "https://localhost:5001", "web", "s").Should().ContainSingle().Which.Should().Contain("Development only");
        Faults("Development", "https://localhost:5001", "web", "s").Should().BeEmpty();
    }

    [Fact]
    public void A_secret_is_in_no_message() =>
        Faults("Production", "http://x", "", "hunter2").Should().NotContainMatch("*hunter2*");

    [Fact]
    public async Task Complete_settings_start()
    {
        await using var app = WebClientHost.Build(Arguments("Production", Good, "web", "s"));

        app.Services.GetRequiredService<IOptions<LoginServerOptions>>().Value.ClientId.Should().Be("web");
    }

    private static IEnumerable<string> Faults(string environment, string authority, string clientId, string clientSecret)
    {
        try
        {
            ((IDisposable)WebClientHost.Build(Arguments(environment, authority, clientId, clientSecret))).Dispose();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures;
        }
    }

    private static string[] Arguments(string environment, string authority, string clientId, string clientSecret) =>
        [$"--environment={environment}", $"--Authority={authority}", $"--ClientId={clientId}", $"--ClientSecret={clientSecret}"];
}
