using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Tests.Persistence;

/// <summary>What is kept together, replaced whole or counted, on every database.</summary>
public abstract class RecordContract(ITestDatabases databases) : IAsyncLifetime
{
    private const int Parallel = 50;

    private static readonly KnownDevice Laptop = new(Guid.Parse("5f0c1d9e-6a3b-4c2d-8e7f-001122334455"));
    private static readonly AttemptKey Key = AttemptKey.ForPassword(Username.Parse("somebody")!);

    private readonly TemporaryFolder _folder = new();
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private InfrastructureHost Host => _host!;

    public async ValueTask InitializeAsync() =>
        _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct);

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
    public async Task Events_are_saved_with_the_change_and_once()
    {
        var login = Given.ALoginTransaction().Build();
        await using var scope = Host.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ILoginTransactions>();
        login.AskFor(Given.AChallenge(), Moments.Start);
        await store.SaveAsync(login, Ct);

        login.Deny(DenialReason.ProviderBlocked, Moments.Start);
        await store.SaveAsync(login, Ct);

        (await EventsAsync()).Should().Equal("login.mfa.challenge_issued", "login.denied");
        login.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stale_copy_leaves_no_event()
    {
        var login = Given.ALoginTransaction().Challenged().Build();
        await SaveAsync(login);
        await using var scope = Host.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ILoginTransactions>();
        var stale = (await store.FindAsync(login.Id, Ct))!;
        await ChangeElsewhereAsync(login.Id);
        stale.Deny(DenialReason.ProviderBlocked, Moments.Start);

        (await store.SaveAsync(stale, Ct)).Should().BeFalse();

        (await EventsAsync()).Should().Equal("login.mfa.challenge_rejected");
    }

    [Fact]
    public async Task An_id_that_is_taken_cannot_be_saved_again()
    {
        (await SaveAsync(Given.ALoginTransaction().Build())).Should().BeTrue();

        (await SaveAsync(Given.ALoginTransaction().Build())).Should().BeFalse();
    }

    [Fact]
    public async Task An_event_beside_a_login_does_not_save_the_login()
    {
        var login = Given.ALoginTransaction().Challenged().Build();
        await SaveAsync(login);
        await using var scope = Host.Services.CreateAsyncScope();
        var changed = (await scope.ServiceProvider.GetRequiredService<ILoginTransactions>().FindAsync(login.Id, Ct))!;
        changed.Deny(DenialReason.ProviderBlocked, Moments.Start);

        await scope.ServiceProvider.GetRequiredService<ISecurityEvents>()
            .RecordAsync(new LoginThrottled(Moments.Start, changed.User, changed.Id), Ct);

        (await EventsAsync()).Should().Equal("login.throttled");
        await using var context = Host.OpenContext();
        (await context.Set<LoginTransaction>().SingleAsync(Ct)).State.Should().Be(LoginState.MfaChallenged);
    }

    [Fact]
    public async Task A_refused_attempt_learns_how_long_the_pause_still_lasts()
    {
        var attempts = Host.Services.GetRequiredService<IAttempts>();
        for (var failure = 0; failure <= AttemptLimit.FreeFailures; failure++)
        {
            await attempts.ChargeAsync(Key, Moments.Start, Ct);
        }

        var pause = AttemptLimit.PauseAfter(AttemptLimit.FreeFailures + 1);
        (await attempts.ChargeAsync(Key, Moments.After(10), Ct)).Should().Be(new AttemptCharge.Refused(pause - TimeSpan.FromSeconds(10)));
        (await attempts.ChargeAsync(Key, Moments.Start + pause, Ct)).Should().BeOfType<AttemptCharge.Allowed>();
    }

    [Fact]
    public async Task Every_pause_is_the_one_of_the_rule_and_the_last_has_no_end()
    {
        var attempts = Host.Services.GetRequiredService<IAttempts>();
        var now = Moments.Start;
        for (var failures = 1; failures <= AttemptLimit.MaxFailures; failures++)
        {
            (await attempts.ChargeAsync(Key, now, Ct)).Should().BeOfType<AttemptCharge.Allowed>();
            var pause = AttemptLimit.PauseAfter(failures);
            if (pause > TimeSpan.Zero && failures < AttemptLimit.MaxFailures)
            {
                (await attempts.ChargeAsync(Key, now, Ct)).Should().Be(new AttemptCharge.Refused(pause), "after {0} failures", failures);
            }

            now += pause;
        }

        (await attempts.ChargeAsync(Key, now.AddYears(1), Ct)).Should().Be(new AttemptCharge.Refused(Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task A_known_device_has_a_count_of_its_own_that_ends_earlier()
    {
        var attempts = Host.Services.GetRequiredService<IAttempts>();
        var strangers = await FailAsync(Key, AttemptLimit.MaxFailures, Moments.Start);

        var now = await FailAsync(Key.On(Laptop), AttemptLimit.MaxFailuresOfKnownDevice, strangers);

        (await attempts.ChargeAsync(Key.On(Laptop), now.AddYears(1), Ct)).Should().Be(new AttemptCharge.Refused(Timeout.InfiniteTimeSpan));
        (await attempts.ChargeAsync(Key.On(new KnownDevice(Guid.Empty)), now, Ct)).Should().BeOfType<AttemptCharge.Allowed>();
    }

    [Theory]
    [InlineData(AttemptLimit.FreeFailures + 1)]
    [InlineData(AttemptLimit.MaxFailures)]
    public async Task A_success_on_a_known_device_breaks_the_strangers_row_and_leaves_their_pause(int failures)
    {
        var attempts = Host.Services.GetRequiredService<IAttempts>();
        await FailAsync(Key, failures - 1, Moments.Start);
        var now = Moments.Start.AddYears(1);
        await attempts.ChargeAsync(Key, now, Ct);
        await attempts.ChargeAsync(Key.On(Laptop), now, Ct);

        await attempts.ClearAsync(Key.On(Laptop), Ct);

        (await attempts.ChargeAsync(Key, now, Ct)).Should().Be(new AttemptCharge.Refused(AttemptLimit.PauseAfter(failures)));
        (await attempts.ChargeAsync(Key, now + AttemptLimit.PauseAfter(failures), Ct)).Should().BeOfType<AttemptCharge.Allowed>();
        await using var context = Host.OpenContext();
        (await context.Set<AttemptRecord>().AnyAsync(attempt => attempt.Key == Key.On(Laptop).Value, Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Of_parallel_confirmations_of_one_enrolment_one_succeeds()
    {
        var user = await AliceAsync();
        var login = new LoginTransactionId(Guid.NewGuid());
        var store = Host.Services.GetRequiredService<ITotpAuthenticators>();
        var secret = await store.GetOrBeginEnrolmentAsync(login, user, ASecret(1), Ct);

        var confirmed = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(number =>
            Task.Run(() => store.ConfirmEnrolmentAsync(AnEnrolment(login, user, secret, $"token {number}"), Ct), Ct)));

        confirmed.Count(won => won).Should().Be(1);
        (await store.ListAsync(user, Ct)).Should().ContainSingle();
        (await EventsAsync()).Should().Equal("recovery_codes.issued");
    }

    [Fact]
    public async Task After_a_recovery_a_new_enrolment_takes_the_place_of_the_old_one_and_of_its_codes()
    {
        var user = await AliceAsync();
        var old = await EnrolAsync(user, 1);

        var fresh = await EnrolAsync(user, 2, replaces: true);

        var store = Host.Services.GetRequiredService<ITotpAuthenticators>();
        (await store.ListAsync(user, Ct)).Single().Id.Should().Be(fresh).And.NotBe(old);
        (await Host.Services.GetRequiredService<IRecoveryCodes>().FindAsync(user, Ct)).Count.Should().Be(1);
    }

    [Fact]
    public async Task A_first_enrolment_replaces_nothing_that_was_enrolled_meanwhile()
    {
        var user = await AliceAsync();
        var first = await EnrolAsync(user, 1);
        var login = new LoginTransactionId(Guid.NewGuid());
        var store = Host.Services.GetRequiredService<ITotpAuthenticators>();
        var begun = await store.GetOrBeginEnrolmentAsync(login, user, ASecret(2), Ct);

        (await store.ConfirmEnrolmentAsync(AnEnrolment(login, user, begun, "late"), Ct)).Should().BeFalse();

        (await store.ListAsync(user, Ct)).Single().Id.Should().Be(first);
    }

    [Fact]
    public async Task Of_parallel_first_enrolments_in_as_many_logins_one_succeeds()
    {
        var user = await AliceAsync();
        var store = Host.Services.GetRequiredService<ITotpAuthenticators>();
        var enrolments = new List<TotpEnrolment>();
        foreach (var number in Enumerable.Range(1, Parallel))
        {
            var login = new LoginTransactionId(Guid.NewGuid());
            var begun = await store.GetOrBeginEnrolmentAsync(login, user, ASecret((byte)number), Ct);
            enrolments.Add(AnEnrolment(login, user, begun, $"token {number}"));
        }

        var confirmed = await Task.WhenAll(enrolments.Select(enrolment =>
            Task.Run(() => store.ConfirmEnrolmentAsync(enrolment, Ct), Ct)));

        confirmed.Count(won => won).Should().Be(1);
        (await store.ListAsync(user, Ct)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_key_that_two_logins_have_shown_is_enrolled_once()
    {
        var user = await AliceAsync();
        var store = Host.Services.GetRequiredService<ITotpAuthenticators>();
        var (first, second) = (new LoginTransactionId(Guid.NewGuid()), new LoginTransactionId(Guid.NewGuid()));
        var key = await store.GetOrBeginEnrolmentAsync(first, user, ASecret(1), Ct);
        await store.GetOrBeginEnrolmentAsync(second, user, key, Ct);

        (await store.ConfirmEnrolmentAsync(AnEnrolment(first, user, key, "first", replaces: true), Ct)).Should().BeTrue();

        (await store.FindEnrolmentAsync(second, Ct)).Should().BeNull();
        (await store.ConfirmEnrolmentAsync(AnEnrolment(second, user, key, "second", replaces: true), Ct))
            .Should().BeFalse("the code that confirmed the first would count again");
    }

    [Fact]
    public async Task Two_tabs_of_one_login_enrol_the_same_secret()
    {
        var login = new LoginTransactionId(Guid.NewGuid());
        var store = Host.Services.GetRequiredService<ITotpAuthenticators>();

        var secrets = await Task.WhenAll(Enumerable.Range(1, Parallel).Select(number =>
            Task.Run(() => store.GetOrBeginEnrolmentAsync(login, new UserId("somebody"), ASecret((byte)number), Ct), Ct)));

        secrets.Select(secret => Convert.ToHexString(secret.Reveal())).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_digest_is_replaced_only_where_it_is_still_the_outdated_one()
    {
        var accounts = Host.Services.GetRequiredService<IAccounts>();
        var alice = (await accounts.FindAsync(Username.Parse("alice")!, Ct))!;
        var outdated = alice.Digest!;

        (await accounts.ReplaceDigestAsync(alice.Id, outdated, new PasswordDigest("fresh"), Ct)).Should().BeTrue();
        (await accounts.ReplaceDigestAsync(alice.Id, outdated, new PasswordDigest("late"), Ct)).Should().BeFalse();

        (await accounts.FindAsync(alice.Id, Ct))!.Digest!.Reveal().Should().Be("fresh");
    }

    private static TotpSecret ASecret(byte value) => TotpSecret.From([.. Enumerable.Repeat(value, TotpSecret.Size)]);

    private static TotpEnrolment AnEnrolment(LoginTransactionId login, UserId user, TotpSecret secret, string token, bool replaces = false) => new(
        new TotpAuthenticator(AuthenticatorId.Of(Guid.NewGuid()), secret, 100),
        RecoveryCodeSet.Of([RecoveryCode.From(secret.Reveal()[..RecoveryCode.EntropyBytes])]),
        new PassedChallenge(login, user, Given.AChallenge(enrol: true), AuthenticationMethod.OneTimePassword, Moments.Start),
        ChallengeToken.Parse(token)!,
        replaces,
        [new RecoveryCodesIssued(Moments.Start, user)]);

    // Returns the moment at which the last pause is over.
    private async Task<DateTimeOffset> FailAsync(AttemptKey key, int times, DateTimeOffset now)
    {
        for (var failures = 1; failures <= times; failures++)
        {
            (await Host.Services.GetRequiredService<IAttempts>().ChargeAsync(key, now, Ct)).Should().BeOfType<AttemptCharge.Allowed>();
            now += AttemptLimit.PauseAfter(failures);
        }

        return now;
    }

    private async Task<UserId> AliceAsync() =>
        (await Host.Services.GetRequiredService<IAccounts>().FindAsync(Username.Parse("alice")!, Ct))!.Id;

    private async Task<AuthenticatorId> EnrolAsync(UserId user, byte secret, bool replaces = false)
    {
        var login = new LoginTransactionId(Guid.NewGuid());
        var store = Host.Services.GetRequiredService<ITotpAuthenticators>();
        var begun = await store.GetOrBeginEnrolmentAsync(login, user, ASecret(secret), Ct);
        var enrolment = AnEnrolment(login, user, begun, $"token {secret}", replaces);
        (await store.ConfirmEnrolmentAsync(enrolment, Ct)).Should().BeTrue();
        return enrolment.Authenticator.Id;
    }

    private async Task<List<string>> EventsAsync()
    {
        await using var context = Host.OpenContext();
        return await context.Set<SecurityEventRecord>().OrderBy(happened => happened.Id).Select(happened => happened.Code).ToListAsync(Ct);
    }

    private async Task<bool> SaveAsync(LoginTransaction login)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ILoginTransactions>().SaveAsync(login, Ct);
    }

    private async Task ChangeElsewhereAsync(LoginTransactionId id)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ILoginTransactions>();
        var login = (await store.FindAsync(id, Ct))!;
        login.Complete(new ChallengeVerdict.UnknownToken(), Given.ABrowser(), Moments.Start);
        (await store.SaveAsync(login, Ct)).Should().BeTrue();
    }
}
