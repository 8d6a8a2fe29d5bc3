using CleanLogin.Infrastructure.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CleanLogin.Infrastructure.Tests.Accounts;

public sealed class DevelopmentAccountsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Anything")]
    public async Task No_other_environment_has_an_account_that_everybody_knows(string environment)
    {
        (await NamesAfterStartAsync(environment)).Should().BeEmpty();
    }

    [Fact]
    public async Task Development_has_alice_and_bob_however_often_it_starts()
    {
        await NamesAfterStartAsync(Environments.Development);

        (await NamesAfterStartAsync(Environments.Development)).Should().BeEquivalentTo("alice", "bob");
    }

    private async Task<List<string?>> NamesAfterStartAsync(string environment)
    {
        await using var host = await InfrastructureHost.StartAsync(_folder.Path, [], environment, Ct);
        await using var context = host.OpenContext();
        return await context.Users.Select(account => account.UserName).ToListAsync(Ct);
    }
}
