using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Tests.Persistence;

/// <summary>What every database must keep to, however many requests come at once.</summary>
public abstract class StoreContract(ITestDatabases databases) : IAsyncLifetime
{
    private const int Parallel = 50;

    private readonly TemporaryFolder _folder = new();
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IServiceProvider Services => _host!.Services;

    public async ValueTask InitializeAsync() => _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_migrations_are_those_of_the_model()
    {
        await using var context = _host!.OpenContext();

        context.Database.HasPendingModelChanges().Should().BeFalse();
    }

    [Fact]
    public async Task A_transaction_comes_back_as_it_was_saved()
    {
        var saved = Given.ALoginTransaction().Challenged().Build();
        (await SaveAsync(saved)).Should().BeTrue();

        var found = await FindAsync(saved.Id);

        found.Should().BeEquivalentTo(
            saved, options => options.Excluding(transaction => transaction.Events).Excluding(transaction => transaction.Browser));
        found!.Browser.Digest.ToArray().Should().Equal(saved.Browser.Digest.ToArray());
    }

    [Fact]
    public async Task Of_two_copies_the_stale_one_cannot_be_saved()
    {
        var saved = Given.ALoginTransaction().Challenged().Build();
        await SaveAsync(saved);
        await using var here = Services.CreateAsyncScope();
        await using var there = Services.CreateAsyncScope();
        var (first, second) = (Transactions(here), Transactions(there));
        var mine = await first.FindAsync(saved.Id, Ct);
        var stale = await second.FindAsync(saved.Id, Ct);
        mine!.Deny(DenialReason.ChallengeFailed, mine.StartedAt);
        stale!.Deny(DenialReason.ProviderBlocked, stale.StartedAt);

        (await first.SaveAsync(mine, Ct)).Should().BeTrue();
        (await second.SaveAsync(stale, Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Parallel_attempts_never_exceed_what_is_free()
    {
        var attempts = Services.GetRequiredService<IAttempts>();
        var key = AttemptKey.ForPassword(Username.Parse("somebody")!);
        var now = TimeProvider.System.GetUtcNow();

        var charges = await InParallel(() => attempts.ChargeAsync(key, now, Ct));

        charges.OfType<AttemptCharge.Allowed>().Should().HaveCount(AttemptLimit.FreeFailures + 1);
    }

    [Fact]
    public async Task A_success_starts_the_count_anew()
    {
        var attempts = Services.GetRequiredService<IAttempts>();
        var key = AttemptKey.ForPassword(Username.Parse("somebody else")!);
        var now = TimeProvider.System.GetUtcNow();
        await InParallel(() => attempts.ChargeAsync(key, now, Ct));

        await attempts.ClearAsync(key, Ct);

        (await attempts.ChargeAsync(key, now, Ct)).Should().BeOfType<AttemptCharge.Allowed>();
    }

    [Fact]
    public async Task A_passed_challenge_is_found_by_its_token_alone()
    {
        var store = Services.GetRequiredService<IPassedChallenges>();
        var token = ChallengeToken.Parse("a token")!;
        var user = (await AccountAsync("alice")).Id;
        var passed = new PassedChallenge(
            new LoginTransactionId(Guid.NewGuid()), user, Given.AChallenge(), AuthenticationMethod.OneTimePassword, Moments.Start);
        await store.RecordAsync(passed, token, Ct);

        (await store.FindAsync(token, Ct)).Should().Be(passed);
        (await store.FindAsync(ChallengeToken.Parse("another token")!, Ct)).Should().BeNull();
    }

    [Fact]
    public async Task Of_parallel_acceptances_of_one_time_step_one_succeeds()
    {
        var store = Services.GetRequiredService<ITotpAuthenticators>();
        var authenticator = await EnrolAsync(store);

        var accepted = await InParallel(() => store.AcceptStepAsync(authenticator.Id, 101, Ct));

        accepted.Count(won => won).Should().Be(1);
        (await store.AcceptStepAsync(authenticator.Id, 100, Ct)).Should().BeFalse("an older step is used up as well");
    }

    [Fact]
    public async Task Of_parallel_uses_of_one_recovery_code_one_succeeds()
    {
        await EnrolAsync(Services.GetRequiredService<ITotpAuthenticators>());
        var codes = Services.GetRequiredService<IRecoveryCodes>();
        var user = (await AccountAsync("alice")).Id;
        var digest = (await codes.FindAsync(user, Ct)).Digests[0];

        var removed = await InParallel(() => codes.RemoveAsync(user, digest, Ct));

        removed.Count(won => won).Should().Be(1);
    }

    [Fact]
    public async Task A_name_is_found_whatever_its_letter_case()
    {
        (await AccountAsync("ALICE")).DisplayName.Should().Be("Alice Smith");
        (await Services.GetRequiredService<IAccounts>().FindAsync(Username.Parse("nobody")!, Ct)).Should().BeNull();
    }

    private static Task<T[]> InParallel<T>(Func<Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(work, Ct)));

    private async Task<TotpAuthenticator> EnrolAsync(ITotpAuthenticators store)
    {
        var user = (await AccountAsync("alice")).Id;
        var transaction = new LoginTransactionId(Guid.NewGuid());
        var secret = await store.GetOrBeginEnrolmentAsync(transaction, user, TotpSecret.From(new byte[TotpSecret.Size]), Ct);
        var authenticator = new TotpAuthenticator(AuthenticatorId.Of(Guid.NewGuid()), secret, 100);
        var passed = new PassedChallenge(
            transaction, user, Given.AChallenge(), AuthenticationMethod.OneTimePassword, TimeProvider.System.GetUtcNow());
        var codes = RecoveryCodeSet.Of([RecoveryCode.From(new byte[RecoveryCode.EntropyBytes])]);
        (await store.ConfirmEnrolmentAsync(
            new TotpEnrolment(authenticator, codes, passed, ChallengeToken.Parse(transaction.ToString())!, Replaces: false, []), Ct)).Should().BeTrue();
        return authenticator;
    }

    private async Task<Account> AccountAsync(string name) =>
        (await Services.GetRequiredService<IAccounts>().FindAsync(Username.Parse(name)!, Ct))!;

    private static ILoginTransactions Transactions(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ILoginTransactions>();

    private async Task<bool> SaveAsync(LoginTransaction transaction)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ILoginTransactions>().SaveAsync(transaction, Ct);
    }

    private async Task<LoginTransaction?> FindAsync(LoginTransactionId id)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ILoginTransactions>().FindAsync(id, Ct);
    }
}
