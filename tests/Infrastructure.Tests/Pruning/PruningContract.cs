using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.BuiltInMfa;
using CleanLogin.Infrastructure.BuiltInMfa.Passkeys;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Pruning;

/// <summary>What is forgotten and what is not, on every database.</summary>
public abstract class PruningContract(ITestDatabases databases) : IAsyncLifetime
{
    private static readonly AttemptKey Alices = AttemptKey.ForPassword(Username.Parse("alice")!);
    private static readonly AttemptKey Nobodys = AttemptKey.ForPassword(Username.Parse("nobody")!).OfNobody();
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAttempts Attempts => _host!.Services.GetRequiredService<IAttempts>();

    public async ValueTask InitializeAsync() =>
        _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, _time);

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
    public async Task A_login_is_kept_for_a_day_after_its_end()
    {
        var login = Given.ALoginTransaction().Challenged().Build();
        await using (var scope = _host!.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ILoginTransactions>().SaveAsync(login, Ct);
        }

        _time.SetUtcNow(login.ExpiresAt.AddDays(1) - Second);
        await PruneAsync();
        (await CountAsync<LoginTransaction>()).Should().Be(1);

        _time.Advance(Second);
        await PruneAsync();
        (await CountAsync<LoginTransaction>()).Should().Be(0);
    }

    [Fact]
    public async Task A_spent_challenge_of_a_passkey_is_kept_for_longer_than_it_could_be_answered()
    {
        await using (var context = _host!.OpenContext())
        {
            context.Add(SpentChallengeRecord.Of("state", Moments.Start));
            await context.SaveChangesAsync(Ct);
        }

        _time.SetUtcNow(Moments.Start + (PasskeyTickets.Lifetime * 2) - Second);
        await PruneAsync();
        (await CountAsync<SpentChallengeRecord>()).Should().Be(1);

        _time.Advance(Second);
        await PruneAsync();
        (await CountAsync<SpentChallengeRecord>()).Should().Be(0);
    }

    [Fact]
    public async Task Secrets_that_were_not_confirmed_and_tokens_end_with_the_login()
    {
        var login = new LoginTransactionId(Guid.NewGuid());
        var user = new UserId("id-of-alice");
        await _host!.Services.GetRequiredService<ITotpAuthenticators>()
            .GetOrBeginEnrolmentAsync(login, user, TotpSecret.From(new byte[TotpSecret.Size]), Ct);
        await _host.Services.GetRequiredService<IPassedChallenges>().RecordAsync(
            new PassedChallenge(login, user, Given.AChallenge(), AuthenticationMethod.OneTimePassword, Moments.Start),
            ChallengeToken.Parse("a token")!,
            Ct);

        _time.Advance(Moments.Lifetime - Second);
        await PruneAsync();
        (await CountAsync<TotpEnrolmentRecord>()).Should().Be(1);
        (await CountAsync<PassedChallengeRecord>()).Should().Be(1);

        _time.Advance(Second);
        await PruneAsync();
        (await CountAsync<TotpEnrolmentRecord>()).Should().Be(0);
        (await CountAsync<PassedChallengeRecord>()).Should().Be(0);
    }

    [Fact]
    public async Task Events_of_nobody_are_kept_for_a_month_those_of_an_account_for_good()
    {
        var events = _host!.Services.GetRequiredService<ISecurityEvents>();
        await events.RecordAsync(new LoginThrottled(Moments.Start, null, null), Ct);
        await events.RecordAsync(new LoginThrottled(Moments.Start, new UserId("id-of-alice"), null), Ct);

        _time.Advance(TimeSpan.FromDays(30) - Second);
        await PruneAsync();
        (await CountAsync<SecurityEventRecord>()).Should().Be(2);

        _time.Advance(Second);
        await PruneAsync();
        await using var context = _host.OpenContext();
        (await context.Set<SecurityEventRecord>().SingleAsync(Ct)).UserId.Should().Be("id-of-alice");
    }

    [Fact]
    public async Task Of_a_name_without_an_account_nothing_is_left_after_a_day_of_silence()
    {
        await FailAsync(Nobodys, AttemptLimit.FreeFailures);

        _time.Advance(AttemptLimit.Silence - Second);
        await PruneAsync();
        (await CountAsync<AttemptRecord>()).Should().Be(1);

        _time.Advance(Second);
        await PruneAsync();
        (await CountAsync<AttemptRecord>()).Should().Be(0);
    }

    [Theory]
    [InlineData(AttemptLimit.FreeFailures)]
    [InlineData(AttemptLimit.FreeFailures + 3)]
    [InlineData(AttemptLimit.MaxFailures)]
    public async Task What_was_forgotten_shows_no_difference_between_names_with_and_without_an_account(int failures)
    {
        await FailAsync(Alices, failures);
        await FailAsync(Nobodys, failures);
        _time.Advance(AttemptLimit.Silence);
        await PruneAsync();

        for (var attempt = 0; attempt < AttemptLimit.FreeFailures + 3; attempt++)
        {
            (await ChargeAsync(Alices)).Should().Be(await ChargeAsync(Nobodys), "at attempt {0}", attempt);
        }
    }

    [Fact]
    public async Task However_slowly_somebody_guesses_an_account_has_no_more_failures_than_the_limit()
    {
        for (var day = 0; day < AttemptLimit.MaxFailures / AttemptLimit.FreeFailures; day++)
        {
            await FailAsync(Alices, AttemptLimit.FreeFailures);
            _time.Advance(AttemptLimit.Silence);
            await PruneAsync();
            await PruneAsync();
        }

        (await ChargeAsync(Alices)).Should().Be(new AttemptCharge.Refused(Timeout.InfiniteTimeSpan, Hidden: true));

        await Attempts.ClearAsync(Alices, Ct);
        (await ChargeAsync(Alices)).Should().BeOfType<AttemptCharge.Allowed>();
    }

    [Fact]
    public async Task Out_of_use_stays_out_of_use()
    {
        await FailAsync(Alices, AttemptLimit.MaxFailures);

        _time.Advance(TimeSpan.FromDays(365));
        await PruneAsync();

        (await ChargeAsync(Alices)).Should().Be(new AttemptCharge.Refused(Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task A_batch_is_bounded_and_several_hosts_at_once_forget_everything()
    {
        await AddAttemptsAsync((2 * Batch.Size) + 1);
        var pruning = Store("attempts");

        (await pruning.ForgetSomeAsync(Ct)).Should().BeTrue();
        (await CountAsync<AttemptRecord>()).Should().Be(Batch.Size + 1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DrainAsync(pruning), Ct)));
        (await CountAsync<AttemptRecord>()).Should().Be(0);
    }

    private static async Task DrainAsync(IPrunable store)
    {
        while (await store.ForgetSomeAsync(Ct))
        {
            Ct.ThrowIfCancellationRequested();
        }
    }

    private Task<AttemptCharge> ChargeAsync(AttemptKey key) => Attempts.ChargeAsync(key, _time.GetUtcNow(), Ct);

    private async Task FailAsync(AttemptKey key, int times)
    {
        for (var failures = 1; failures <= times; failures++)
        {
            (await ChargeAsync(key)).Should().BeOfType<AttemptCharge.Allowed>();
            _time.Advance(AttemptLimit.PauseAfter(failures));
        }
    }

    private async Task AddAttemptsAsync(int count)
    {
        var ended = (_time.GetUtcNow() - AttemptLimit.Silence).ToUnixTimeMilliseconds();
        await using var context = _host!.OpenContext();
        context.AddRange(Enumerable.Range(0, count).Select(number =>
            new AttemptRecord { Key = $"password:{number}", Failures = 1, EarlierFailures = 0, PausedUntil = ended, IsOwned = false }));
        await context.SaveChangesAsync(Ct);
    }

    private IPrunable Store(string name) => _host!.Services.GetServices<IPrunable>().Single(store => store.Name == name);

    private Task PruneAsync() => _host!.Services.GetServices<IHostedService>().OfType<Pruner>().Single().PruneAsync(Ct);

    private async Task<int> CountAsync<T>()
        where T : class
    {
        await using var context = _host!.OpenContext();
        return await context.Set<T>().CountAsync(Ct);
    }
}
