using System.Text;
using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Tests.Authsignal;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Mailing;

/// <summary>What every database must keep to, however many hosts send what lies in it.</summary>
public abstract class OutboxContract(ITestDatabases databases) : IAsyncLifetime
{
    private const int Parallel = 50;

    private static readonly UserId Alice = new("a11ce000-0000-4000-8000-000000000001");
    private static readonly EmailAddress Address = EmailAddress.Parse("alice@example.com")!;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private readonly CollectedLog _log = new();
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private OutboxStore Outbox => _host!.Services.GetRequiredService<OutboxStore>();

    private ISecurityEvents Events => _host!.Services.GetRequiredService<ISecurityEvents>();

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
    public async Task A_mail_is_sent_once_and_its_row_is_gone()
    {
        var transport = FakeTransport.Willing();
        await PutAsync();

        await SendAsync(transport);
        await SendAsync(transport);

        transport.Sent.Should().ContainSingle().Which.To.Should().Be("alice@example.com");
        (await RowsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_parallel_hosts_one_gets_a_try()
    {
        await PutAsync();
        var mail = (await Outbox.ListDueAsync(Ct)).Single();

        var claims = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(() => Outbox.ClaimAsync(mail, Ct), Ct)));

        claims.Count(won => won).Should().Be(1);
    }

    [Fact]
    public async Task Several_hosts_at_once_send_each_mail_once()
    {
        for (var count = 0; count < 45; count++)
        {
            await PutAsync();
        }

        var transport = FakeTransport.Willing();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(transport), Ct)));

        transport.Sent.Select(letter => letter.Id).Should().HaveCount(45).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_mail_that_waits_cannot_be_read_in_the_database()
    {
        await PutAsync();

        var row = (await RowsAsync()).Single();

        Encoding.UTF8.GetString(row.Content).Should().NotContain("alice").And.NotContain("account");
    }

    [Fact]
    public async Task What_was_not_delivered_is_tried_again_after_pauses_that_grow()
    {
        var transport = new FakeTransport(_ => new Delivery.Postponed("the mail server answered 451"));
        await PutAsync();

        await SendAsync(transport);
        foreach (var minutes in new[] { 1, 2, 4, 8 })
        {
            var tries = transport.Sent.Count;
            _time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            await SendAsync(transport);
            transport.Sent.Should().HaveCount(tries, "the pause of {0} minutes is not over", minutes);
            _time.Advance(TimeSpan.FromSeconds(1));
            await SendAsync(transport);
            transport.Sent.Should().HaveCount(tries + 1);
        }

        transport.Sent.Select(letter => letter.Id).Distinct().Should().ContainSingle("a mail that comes twice can be told");
    }

    [Fact]
    public async Task What_cannot_be_delivered_in_days_is_given_up_and_recorded_without_a_word_of_it_in_the_log()
    {
        var transport = new FakeTransport(_ => new Delivery.Postponed("the mail server answered 451"));
        await PutAsync();

        for (var hour = 0; hour < 73; hour++)
        {
            await SendAsync(transport);
            _time.Advance(TimeSpan.FromHours(1));
        }

        (await RowsAsync()).Should().BeEmpty();
        (await IsRecordedAsync()).Should().BeTrue();
        _log.Text.Should().Contain("is given up").And.NotContain("alice").And.NotContain("recovery");
    }

    [Fact]
    public async Task What_the_mail_server_refuses_for_good_is_given_up_at_once()
    {
        var transport = new FakeTransport(_ => new Delivery.Refused("the mail server answered 550"));
        await PutAsync();

        await SendAsync(transport);

        (await RowsAsync()).Should().BeEmpty();
        (await IsRecordedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_of_no_use_any_more_is_not_sent()
    {
        var transport = FakeTransport.Willing();
        await PutAsync();

        _time.Advance(TimeSpan.FromDays(3));
        await SendAsync(transport);

        transport.Sent.Should().BeEmpty();
        (await IsRecordedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_mail_whose_key_is_gone_holds_up_no_other()
    {
        var transport = FakeTransport.Willing();
        await PutAsync();
        await using (var context = _host!.OpenContext())
        {
            await context.Set<OutboxRecord>().ExecuteUpdateAsync(change => change.SetProperty(row => row.Content, new byte[] { 1, 2, 3 }), Ct);
        }

        await PutAsync();
        await SendAsync(transport);

        transport.Sent.Should().ContainSingle();
        (await RowsAsync()).Should().BeEmpty();
        (await IsRecordedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_change_of_what_somebody_signs_in_with_is_saved_with_a_mail_to_them()
    {
        var transport = FakeTransport.Willing();

        await Events.RecordAsync(new AuthenticatorRemoved(_time.GetUtcNow(), Alice, AuthenticatorId.Of(Guid.Empty)), Ct);
        await SendAsync(transport);

        var letter = transport.Sent.Should().ContainSingle().Subject;
        letter.To.Should().Be("alice@example.com");
        letter.Text.Should().Contain("An authenticator was removed from your account.");
    }

    [Fact]
    public async Task What_happened_at_once_is_told_in_one_mail()
    {
        var transport = FakeTransport.Willing();
        var now = _time.GetUtcNow();
        var notice = new ProviderNotice(
            "message",
            now,
            Alice,
            now,
            [new ProviderAuthenticatorAdded(now, Alice, ProviderMethod.Parse("SMS")), new ProviderAuthenticatorRemoved(now, Alice, ProviderMethod.Parse("SMS")), new LoginsEnded(now, Alice, now)]);

        await _host!.Services.GetRequiredService<IProviderNotices>().RecordAsync(notice, Ct);
        await SendAsync(transport);

        transport.Sent.Should().ContainSingle().Which.Text.Should().Contain("was added").And.Contain("was removed");
    }

    [Fact]
    public async Task Nobody_is_written_to_about_a_wrong_password_or_at_an_address_that_was_not_confirmed()
    {
        await Events.RecordAsync(new LoginExpired(_time.GetUtcNow(), Alice, null), Ct);
        await using (var context = _host!.OpenContext())
        {
            await context.Users.ExecuteUpdateAsync(change => change.SetProperty(account => account.EmailConfirmed, false), Ct);
        }

        await Events.RecordAsync(new RecoveryCodesIssued(_time.GetUtcNow(), Alice), Ct);

        (await RowsAsync()).Should().BeEmpty();
    }

    private Task PutAsync() => Outbox.PutAsync(Address, Alice, new Mail.Notice([SecurityNotice.RecoveryCodesIssued], _time.GetUtcNow()), Ct);

    private async Task SendAsync(IMailTransport transport)
    {
        using var loggers = new LoggerFactory([_log]);
        using var sender = new MailSender(
            Outbox, _host!.Services.GetRequiredService<LetterProtector>(), new MailRoute(transport), _time, loggers.CreateLogger<MailSender>());
        await sender.SendDueAsync(Ct);
    }

    private async Task<bool> IsRecordedAsync() => await Events.IsRecordedAsync(new MailUndeliverable(default, Alice, "notice"), Ct);

    private async Task<IReadOnlyList<OutboxRecord>> RowsAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<OutboxRecord>().AsNoTracking().ToListAsync(Ct);
    }
}
