using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public async Task A_database_with_accounts_that_everybody_knows_stops_the_start_elsewhere()
    {
        await NamesAfterStartAsync(Environments.Development);

        var start = async () => await NamesAfterStartAsync(Environments.Production);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*alice, bob*");
    }

    [Fact]
    public async Task Once_their_passwords_are_changed_or_they_are_out_of_use_the_accounts_may_stay()
    {
        await using (var host = await InfrastructureHost.StartAsync(_folder.Path, [], Environments.Development, Ct))
        {
            await using var context = host.OpenContext();
            var changed = host.Services.GetRequiredService<IPasswordHasher>().Hash(PlainPassword.Parse("known to one person")!).Reveal();
            await context.Users.Where(account => account.UserName == "alice")
                .ExecuteUpdateAsync(change => change.SetProperty(account => account.PasswordHash, changed), Ct);
            await context.Users.Where(account => account.UserName == "bob")
                .ExecuteUpdateAsync(change => change.SetProperty(account => account.IsActive, false), Ct);
        }

        (await NamesAfterStartAsync(Environments.Production)).Should().BeEquivalentTo("alice", "bob");
    }

    private async Task<List<string?>> NamesAfterStartAsync(string environment)
    {
        await using var host = await InfrastructureHost.StartAsync(_folder.Path, [], environment, Ct);
        await using var context = host.OpenContext();
        return await context.Users.Select(account => account.UserName).ToListAsync(Ct);
    }
}
