using CleanLogin.Web.Tests.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>A forged address would evade limits and mislead the rules about risk.</summary>
public sealed class ForwardedHeadersTests : IDisposable
{
    private readonly StartingServer _server = new();

    public void Dispose() => _server.Dispose();

    // The variable ASPNETCORE_FORWARDEDHEADERS_ENABLED, which many images set, makes the framework believe everybody.
    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task Nobody_is_believed_who_is_not_listed(string enabled)
    {
        var options = await OptionsAsync(("ForwardedHeaders_Enabled", enabled), ("Server:Issuer", "https://login.example"));

        options.ForwardedHeaders.Should().Be(ForwardedHeaders.None);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task Listed_addresses_and_networks_are_believed(string enabled)
    {
        var options = await OptionsAsync(
            ("ForwardedHeaders_Enabled", enabled), ("Server:TrustedProxies:0", "10.0.0.5"), ("Server:TrustedProxies:1", "fd00::/8"));

        options.ForwardedHeaders.Should().Be(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        options.KnownProxies.Should().ContainSingle().Which.ToString().Should().Be("10.0.0.5");
        options.KnownIPNetworks.Should().ContainSingle().Which.ToString().Should().Be("fd00::/8");
    }

    private async Task<ForwardedHeadersOptions> OptionsAsync(params (string Key, string Value)[] settings)
    {
        await using var app = _server.Build(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        return app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
    }
}
