using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Sessions;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using CleanLogin.Testing.Fakes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Accounts;

/// <summary>What every database must keep to, however many requests come at once.</summary>
public abstract class PasswordResetContract(ITestDatabases databases) : IAsyncLifetime
{
    private const int Parallel = 50;

    private static readonly UserId Alice = new("a11ce000-0000-4000-8000-000000000001");
    private static readonly EmailAddress Address = EmailAddress.Parse("alice@example.com")!;
    private static readonly PasswordDigest Fresh = new("a fresh digest");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private readonly CountingRandom _random = new();
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IPasswordResets Resets => _host!.Services.GetRequiredService<IPasswordResets>();

    public async ValueTask InitializeAsync() => _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, _time);

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
    public async Task A_way_leads_to_its_account_until_its_time_is_over()
    {
        var token = await BeginAsync();

        (await Resets.FindAsync(token, Ct)).Should().Be(Alice);
        (await Resets.FindAsync(token, Ct)).Should().Be(Alice, "looking uses nothing up");
        (await Resets.FindAsync(NewToken(), Ct)).Should().BeNull();

        _time.Advance(ResetToken.Lifetime);
        (await Resets.FindAsync(token, Ct)).Should().BeNull();
        (await CompleteAsync(token)).Should().BeFalse();
    }

    [Fact]
    public async Task Of_parallel_uses_one_succeeds()
    {
        var token = await BeginAsync();

        var done = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(() => CompleteAsync(token), Ct)));

        done.Count(won => won).Should().Be(1);
    }

    [Fact]
    public async Task A_new_password_ends_everything_that_stems_from_the_old_one_and_is_told()
    {
        var (earlier, token) = (await BeginAsync(), await BeginAsync());
        await using (var context = _host!.OpenContext())
        {
            context.Add(ASession(Alice.Value));
            context.Add(ASession("somebody else"));
            context.Add(new AttemptRecord
            {
                Key = AttemptKey.ForPassword(Username.Parse("alice")!).Value, Failures = AttemptLimit.MaxFailures, EarlierFailures = 0, PausedUntil = 0, IsOwned = true,
            });
            await context.SaveChangesAsync(Ct);
        }

        (await CompleteAsync(token)).Should().BeTrue();

        await using var after = _host!.OpenContext();
        var account = await after.Users.SingleAsync(user => user.Id == Alice.Value, Ct);
        account.PasswordHash.Should().Be("a fresh digest");
        account.SignedOutBefore.Should().Be(_time.GetUtcNow());
        (await after.Set<SessionRecord>().Select(session => session.Subject).ToListAsync(Ct)).Should().Equal("somebody else");
        (await after.Set<AttemptRecord>().AnyAsync(Ct)).Should().BeFalse("the owner gets in again, whatever strangers have guessed");
        (await Resets.FindAsync(earlier, Ct)).Should().BeNull();
        (await after.Set<OutboxRecord>().Select(mail => mail.Kind).ToListAsync(Ct)).Should().BeEquivalentTo("password_reset", "password_reset", "notice");
        (await IsRecordedAsync(new PasswordReset(default, Alice))).Should().BeTrue();
    }

    [Theory]
    [InlineData("a11ce000-0000-4000-8000-000000000001", false)]
    [InlineData("somebody else", true)]
    public async Task A_login_that_waits_for_its_second_step_ends_with_the_old_password(string whose, bool goesOn)
    {
        var token = await BeginAsync();
        await using var scope = _host!.Services.CreateAsyncScope();
        var logins = scope.ServiceProvider.GetRequiredService<ILoginTransactions>();
        var login = Given.ALoginTransaction().Of(Given.AnAccount().WithId(new UserId(whose))).Challenged().Build();
        await logins.SaveAsync(login, Ct);
        await _host!.Services.GetRequiredService<ITotpAuthenticators>().GetOrBeginEnrolmentAsync(login.Id, login.User, TotpSecret.From(new byte[TotpSecret.Size]), Ct);

        (await CompleteAsync(token)).Should().BeTrue();

        (await _host.Services.GetRequiredService<ITotpAuthenticators>().FindEnrolmentAsync(login.Id, Ct) is not null).Should().Be(goesOn);
        login.Deny(DenialReason.ChallengeFailed, Moments.Start);
        (await logins.SaveAsync(login, Ct)).Should().Be(goesOn, "whoever read it before is too late as well");
    }

    [Fact]
    public async Task From_then_on_the_account_knows_how_old_its_password_is()
    {
        var token = await BeginAsync();
        _time.Advance(TimeSpan.FromMinutes(1));

        await CompleteAsync(token);

        var account = await _host!.Services.GetRequiredService<IAccounts>().FindAsync(Alice, Ct);
        account!.LetsGoOn(_time.GetUtcNow()).Should().BeTrue();
        account.LetsGoOn(_time.GetUtcNow().AddMilliseconds(-1)).Should().BeFalse();
    }

    [Fact]
    public async Task A_way_of_one_person_sets_nobody_elses_password()
    {
        var token = await BeginAsync();
        var bob = await _host!.Services.GetRequiredService<IAccounts>().FindAsync(Username.Parse("bob")!, Ct);

        (await Resets.CompleteAsync(token, bob!, Fresh, Ct)).Should().BeFalse();

        (await Resets.FindAsync(token, Ct)).Should().Be(Alice);
    }

    [Fact]
    public async Task However_often_somebody_asks_at_once_three_mails_are_the_most_and_they_stay_good()
    {
        var first = await BeginAsync();

        await Task.WhenAll(Enumerable.Range(0, Parallel).Select(number => Task.Run(() => BeginAsync(Digested(number)), Ct)));

        (await KindsAsync()).Should().HaveCount(IPasswordResets.MostAtOnce);
        (await Resets.FindAsync(first, Ct)).Should().Be(Alice);

        _time.Advance(ResetToken.Lifetime);
        await BeginAsync();
        (await KindsAsync()).Should().HaveCount(IPasswordResets.MostAtOnce + 1, "later it may be asked again");
    }

    [Fact]
    public async Task For_nobody_the_same_rows_are_written_and_nothing_is_sent()
    {
        var token = NewToken();
        await Resets.BeginAsync(new PasswordResetStart("CAROL", null, null, token), AMail(), Ct);

        (await Resets.FindAsync(token, Ct)).Should().BeNull();
        (await KindsAsync()).Should().Equal(OutboxRecord.Pretence);
        await _host!.Services.GetServices<IHostedService>().OfType<MailSender>().Single().SendDueAsync(Ct);
        (await KindsAsync()).Should().BeEmpty();
        Directory.Exists(Path.Combine(_folder.Path, "mail")).Should().BeFalse();
        (await IsRecordedAsync(new MailUndeliverable(default, null, OutboxRecord.Pretence))).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_over_is_forgotten()
    {
        await BeginAsync();
        var pruning = _host!.Services.GetServices<IPrunable>().Single(store => store.Name == "ways to a new password");

        await pruning.ForgetSomeAsync(Ct);
        (await CountAsync()).Should().Be(1);

        _time.Advance(ResetToken.Lifetime);
        await pruning.ForgetSomeAsync(Ct);
        (await CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task An_account_is_found_by_its_confirmed_address_whatever_the_letter_case()
    {
        var accounts = _host!.Services.GetRequiredService<IAccounts>();
        (await accounts.FindAsync(EmailAddress.Parse("Alice@Example.com")!, Ct))!.Id.Should().Be(Alice);

        await using var context = _host!.OpenContext();
        await context.Users.ExecuteUpdateAsync(change => change.SetProperty(user => user.NormalizedEmail, "ALICE@EXAMPLE.COM"), Ct);
        (await accounts.FindAsync(Address, Ct)).Should().BeNull("two people have it");

        await context.Users.Where(user => user.Id != Alice.Value).ExecuteUpdateAsync(change => change.SetProperty(user => user.EmailConfirmed, false), Ct);
        (await accounts.FindAsync(Address, Ct))!.Id.Should().Be(Alice, "whoever has not confirmed it does not count");
    }

    private static Mail.PasswordReset AMail() => new(new Uri("https://login.example/Account/ResetPassword?token=x"), "alice");

    private static ResetToken Digested(int number) => ResetToken.From([(byte)number, .. Enumerable.Repeat((byte)0xEE, ResetToken.Size - 1)]);

    private static SessionRecord ASession(string subject) => new()
    {
        Id = "of " + subject,
        Subject = subject,
        DisplayName = subject,
        Methods = "pwd",
        AuthenticatedAt = Moments.Start,
        LastSeenAt = Moments.Start,
        ExpiresAt = Moments.Start.AddDays(1),
    };

    private ResetToken NewToken() => ResetToken.From(_random.Next(ResetToken.Size));

    private async Task<ResetToken> BeginAsync(ResetToken? given = null)
    {
        var token = given ?? NewToken();
        await Resets.BeginAsync(new PasswordResetStart(Alice.Value, Alice, Address, token), AMail(), Ct);
        return token;
    }

    private async Task<bool> CompleteAsync(ResetToken token)
    {
        var account = await _host!.Services.GetRequiredService<IAccounts>().FindAsync(Alice, Ct);
        return await Resets.CompleteAsync(token, account!, Fresh, Ct);
    }

    private Task<bool> IsRecordedAsync(SecurityEvent happened) =>
        _host!.Services.GetRequiredService<ISecurityEvents>().IsRecordedAsync(happened, Ct);

    private async Task<IReadOnlyList<string>> KindsAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<OutboxRecord>().Select(mail => mail.Kind).ToListAsync(Ct);
    }

    private async Task<int> CountAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<PasswordResetRecord>().CountAsync(Ct);
    }
}
