using CleanLogin.Authsignal.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Authsignal.Emulator.Tests.Hosting;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task Tenant_and_knobs_come_from_configuration()
    {
        await using var app = Build(
            ("Emulator:Secret", "sk_test"),
            ("Emulator:TenantId", "tenant-1"),
            ("Emulator:Knobs:TokenLifetime", "00:15:00"),
            ("Emulator:Knobs:Outcomes:0:Outcome", "BLOCK"),
            ("Emulator:Knobs:Outcomes:0:Action", "login"),
            ("Emulator:Knobs:Faults:0:Status", "503"));

        var settings = app.Services.GetRequiredService<EmulatorSettings>();

        settings.Secret.Should().Be("sk_test");
        settings.TenantId.Should().Be("tenant-1");
        settings.Knobs.TokenLifetime.Should().Be(TimeSpan.FromMinutes(15));
        settings.Knobs.Outcomes.Should().ContainSingle().Which.Action.Should().Be("login");
        settings.Knobs.Faults.Should().ContainSingle().Which.Status.Should().Be(503);
    }

    [Fact]
    public async Task Without_configuration_the_documented_defaults_hold()
    {
        await using var app = Build();

        var settings = app.Services.GetRequiredService<EmulatorSettings>();

        settings.Secret.Should().Be("sk_emulator");
        settings.TenantId.Should().Be("tenant-emulator");
        settings.Knobs.DefaultOutcome.Should().Be("CHALLENGE");
    }

    [Fact]
    public void A_misspelt_setting_stops_the_start()
    {
        var build = () => Build(("Emulator:Secrt", "sk_test"));

        build.Should().Throw<InvalidOperationException>().WithMessage("*Secrt*");
    }

    private static WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        return EmulatorApplication.Build(builder, TimeProvider.System);
    }
}
