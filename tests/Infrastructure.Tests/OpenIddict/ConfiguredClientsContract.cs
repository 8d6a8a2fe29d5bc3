using CleanLogin.Infrastructure.OpenIddict;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.Tests.OpenIddict;

/// <summary>The clients in the database are those that are configured, whatever was there before and however many hosts start.</summary>
public abstract class ConfiguredClientsContract(ITestDatabases databases) : IAsyncLifetime
{
    private const int Hosts = 4;

    private readonly TemporaryFolder _folder = new();
    private TestDatabase? _database;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(databases.Missing is not null, databases.Missing ?? string.Empty);
        _database = await databases.NewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_client_that_is_no_longer_configured_is_gone_with_all_that_was_issued_to_it()
    {
        await using (var before = await StartAsync("kept", "removed"))
        {
            await IssueAsync(before, "kept");
            await IssueAsync(before, "removed");
        }

        await using var after = await StartAsync("kept");

        (await ClientsAsync(after)).Should().Equal("kept");
        await using var context = after.OpenContext();
        (await context.Set<OpenIddictEntityFrameworkCoreToken>().Select(token => token.Subject).ToListAsync(Ct)).Should().Equal("of kept");
        (await context.Set<OpenIddictEntityFrameworkCoreAuthorization>().Select(grant => grant.Subject).ToListAsync(Ct)).Should().Equal("of kept");
    }

    [Fact]
    public async Task A_client_that_comes_back_starts_anew()
    {
        await (await StartAsync("web")).DisposeAsync();
        await (await StartAsync("other")).DisposeAsync();

        await using var again = await StartAsync("web");

        (await ClientsAsync(again)).Should().Equal("web");
    }

    [Fact]
    public async Task Hosts_that_start_at_once_all_start_and_agree()
    {
        await using (var before = await StartAsync("old", "older"))
        {
            await IssueAsync(before, "old");
        }

        var hosts = new List<InfrastructureHost>();
        for (var i = 0; i < Hosts; i++)
        {
            hosts.Add(await PrepareAsync("new", "newer"));
        }

        await Task.WhenAll(hosts.Select(host => Task.Run(() => InitializeAsync(host), Ct)));

        (await ClientsAsync(hosts[0])).Should().Equal("new", "newer");
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<List<string?>> ClientsAsync(InfrastructureHost host)
    {
        await using var context = host.OpenContext();
        return await context.Set<OpenIddictEntityFrameworkCoreApplication>()
            .Select(client => client.ClientId).OrderBy(id => id).ToListAsync(Ct);
    }

    private static async Task IssueAsync(InfrastructureHost host, string client)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var applications = services.GetRequiredService<IOpenIddictApplicationManager>();
        var application = await applications.GetIdAsync((await applications.FindByClientIdAsync(client, Ct))!, Ct);
        var grants = services.GetRequiredService<IOpenIddictAuthorizationManager>();
        var grant = await grants.CreateAsync(
            new OpenIddictAuthorizationDescriptor
            {
                ApplicationId = application,
                Subject = "of " + client,
                Status = Statuses.Valid,
                Type = AuthorizationTypes.AdHoc,
            },
            Ct);
        await services.GetRequiredService<IOpenIddictTokenManager>().CreateAsync(
            new OpenIddictTokenDescriptor
            {
                ApplicationId = application,
                AuthorizationId = await grants.GetIdAsync(grant, Ct),
                Subject = "of " + client,
                Status = Statuses.Valid,
                Type = TokenTypeHints.RefreshToken,
            },
            Ct);
    }

    private static Task InitializeAsync(InfrastructureHost host) =>
        host.Services.GetServices<IHostedService>().OfType<EngineInitializer>().Single().StartAsync(Ct);

    private async Task<InfrastructureHost> StartAsync(params string[] clients)
    {
        var host = await PrepareAsync(clients);
        await InitializeAsync(host);
        return host;
    }

    private Task<InfrastructureHost> PrepareAsync(params string[] clients)
    {
        var settings = _database!.Settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value);
        foreach (var client in clients)
        {
            settings[$"Clients:{client}:Secret"] = "a secret of " + client;
            settings[$"Clients:{client}:Grants:0"] = GrantTypes.ClientCredentials;
            settings[$"Clients:{client}:Scopes:0"] = "api-of-" + client;
        }

        return InfrastructureHost.StartAsync(_folder.File("data"), settings, Environments.Production, Ct);
    }
}
