extern alias emulator;

using CleanLogin.Web.Commands;
using CleanLogin.Web.Tests.Hosting;
using emulator::CleanLogin.Authsignal.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Web.Tests.Commands;

public sealed class CheckCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_built_in_provider_has_no_fault()
    {
        await using var server = new LoginServer();

        var (code, lines) = await RunAsync(server.Services);

        code.Should().Be(0);
        lines.Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("ok ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tenant_that_is_set_up_has_no_fault()
    {
        await using var mfa = await EmulatorHost.StartAsync(ct: Ct);
        await using var server = new LoginServer(mfa);

        var (code, lines) = await RunAsync(server.Services);

        code.Should().Be(0, string.Join('\n', lines));
        lines.Should().Contain(line => line.Contains("set to Challenge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_is_one_line_and_ends_with_one()
    {
        await using var mfa = await EmulatorHost.StartAsync(ct: Ct);
        mfa.Control.Configure(knobs => knobs with { DefaultOutcome = "ALLOW" });
        await using var server = new LoginServer(mfa);

        var (code, lines) = await RunAsync(server.Services);

        code.Should().Be(1);
        lines.Should().ContainSingle(line => line.StartsWith("FAULT ", StringComparison.Ordinal)).Which.Should().Contain("Challenge");
        lines.Should().NotContain(line => line.Contains(mfa.Settings.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_with_faults_are_told_line_by_line_and_nobody_is_asked()
    {
        var services = new ServiceCollection();
        services.AddOptions<OneSetting>().Validate(_ => false, "One:Key must be given.").Validate(_ => false, "Other:Key must be a number.")
            .ValidateOnStart();
        await using var provider = services.BuildServiceProvider();

        var (code, lines) = await RunAsync(provider);

        code.Should().Be(1);
        lines.Should().Equal("FAULT  One:Key must be given.", "FAULT  Other:Key must be a number.");
    }

    private static async Task<(int Code, string[] Lines)> RunAsync(IServiceProvider services)
    {
        await using var output = new StringWriter();
        var code = await CheckCommand.RunAsync(services, output, Ct);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class OneSetting;
}
