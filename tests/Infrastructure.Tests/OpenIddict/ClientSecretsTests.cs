using CleanLogin.Infrastructure.OpenIddict;
using CleanLogin.Infrastructure.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanLogin.Infrastructure.Tests.OpenIddict;

public sealed class ClientSecretsTests : IDisposable
{
    private readonly TemporaryFolder _one = new();
    private readonly TemporaryFolder _other = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task The_secret_fits_its_digest_and_no_other_does()
    {
        await using var host = await StartAsync(_one);
        var secrets = host.Services.GetRequiredService<ClientSecrets>();
        var digest = secrets.Digest("secret");

        secrets.Verify("secret", digest).Should().BeTrue();
        secrets.Verify("Secret", digest).Should().BeFalse();
        secrets.Verify("", digest).Should().BeFalse();
        secrets.Verify("secret", digest + "A").Should().BeFalse();
        ClientSecrets.IsDigest(digest).Should().BeTrue();
        ClientSecrets.IsDigest("AQAAAAEAACcQAAAA").Should().BeFalse();
        digest.Should().NotContain("secret");
    }

    [Fact]
    public async Task It_outlives_a_restart_and_is_worth_nothing_under_the_key_of_another_database()
    {
        string digest;
        await using (var before = await StartAsync(_one))
        {
            digest = before.Services.GetRequiredService<ClientSecrets>().Digest("secret");
        }

        await using var after = await StartAsync(_one);
        await using var other = await StartAsync(_other);

        after.Services.GetRequiredService<ClientSecrets>().Verify("secret", digest).Should().BeTrue();
        other.Services.GetRequiredService<ClientSecrets>().Verify("secret", digest).Should().BeFalse();
        other.Services.GetRequiredService<ClientSecrets>().Digest("secret").Should().NotBe(digest);
    }

    private static async Task<InfrastructureHost> StartAsync(TemporaryFolder folder)
    {
        var host = await InfrastructureHost.StartAsync(folder.File("data"), [], Environments.Production, Ct);
        await host.Services.GetServices<IHostedService>().OfType<EngineInitializer>().Single().StartAsync(Ct);
        return host;
    }
}
