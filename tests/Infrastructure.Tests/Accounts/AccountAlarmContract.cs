using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Sessions;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Accounts;

/// <summary>Everybody is out of one account, and nobody of another, on every database.</summary>
public abstract class AccountAlarmContract(ITestDatabases databases) : IAsyncLifetime
{
    private static readonly UserId Alice = new("a11ce000-0000-4000-8000-000000000001");
    private static readonly UserId Bob = new("b0b00000-0000-4000-8000-000000000002");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IServiceProvider Services => _host!.Services;

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
    public async Task A_new_password_is_due_and_no_login_from_before_counts()
    {
        _time.Advance(TimeSpan.FromMinutes(1));

        await RaiseAsync();

        var account = await FindAsync();
        account.IsPasswordDue.Should().BeTrue();
        account.Honours(_time.GetUtcNow().AddMilliseconds(-1)).Should().BeFalse();
        account.Honours(_time.GetUtcNow()).Should().BeTrue("the owner signs in again");
        (await Services.GetRequiredService<ISecurityEvents>().IsRecordedAsync(new AlarmRaised(default, Alice), Ct)).Should().BeTrue();
        await using var context = _host!.OpenContext();
        (await context.Set<OutboxRecord>().SingleAsync(Ct)).Kind.Should().Be("notice");
    }

    [Fact]
    public async Task Sessions_ways_to_a_new_password_and_waiting_logins_are_over()
    {
        var token = ResetToken.From(new byte[ResetToken.Size]);
        var resets = Services.GetRequiredService<IPasswordResets>();
        await resets.BeginAsync(
            new PasswordResetStart(Alice.Value, Alice, EmailAddress.Parse("alice@example.com"), token),
            new Mail.PasswordReset(new Uri("https://login.example"), "alice"),
            Ct);
        await using var scope = Services.CreateAsyncScope();
        var logins = scope.ServiceProvider.GetRequiredService<ILoginTransactions>();
        var login = Given.ALoginTransaction().Of(Given.AnAccount().WithId(Alice)).Challenged().Build();
        await logins.SaveAsync(login, Ct);
        await using (var context = _host!.OpenContext())
        {
            context.AddRange(ASession(Alice), ASession(Bob));
            await context.SaveChangesAsync(Ct);
        }

        await RaiseAsync();

        await using var after = _host.OpenContext();
        (await after.Set<SessionRecord>().Select(session => session.Subject).ToListAsync(Ct)).Should().Equal(Bob.Value);
        (await resets.FindAsync(token, Ct)).Should().BeNull();
        login.Deny(DenialReason.ChallengeFailed, Moments.Start);
        (await logins.SaveAsync(login, Ct)).Should().BeFalse();
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("by mail")]
    public async Task A_new_password_is_due_until_there_is_one(string how)
    {
        await RaiseAsync();
        var (account, fresh) = (await FindAsync(), new PasswordDigest("a fresh digest"));
        if (how == "changed")
        {
            await using var scope = Services.CreateAsyncScope();
            (await scope.ServiceProvider.GetRequiredService<IPasswordChanges>().CompleteAsync(account, fresh, endOtherSessions: false, Ct)).Should().BeTrue();
        }
        else
        {
            var token = ResetToken.From(new byte[ResetToken.Size]);
            var resets = Services.GetRequiredService<IPasswordResets>();
            await resets.BeginAsync(
                new PasswordResetStart(Alice.Value, Alice, EmailAddress.Parse("alice@example.com"), token),
                new Mail.PasswordReset(new Uri("https://login.example"), "alice"),
                Ct);
            (await resets.CompleteAsync(token, account, fresh, Ct)).Should().BeTrue();
        }

        (await FindAsync()).IsPasswordDue.Should().BeFalse();
    }

    private static SessionRecord ASession(UserId user) => new()
    {
        Id = "of " + user.Value,
        Subject = user.Value,
        DisplayName = "Name",
        Methods = "pwd",
        AuthenticatedAt = Moments.Start,
        LastSeenAt = Moments.Start,
        ExpiresAt = Moments.Start.AddDays(1),
    };

    private Task RaiseAsync() => Services.GetRequiredService<IAccountAlarms>().ShutOutAsync(Alice, Ct);

    private async Task<Account> FindAsync() => (await Services.GetRequiredService<IAccounts>().FindAsync(Alice, Ct))!;
}
