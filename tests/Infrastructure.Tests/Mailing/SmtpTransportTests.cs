using System.Net;
using System.Net.Sockets;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Settings;
using CleanLogin.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace CleanLogin.Infrastructure.Tests.Mailing;

public sealed class SmtpTransportTests
{
    private readonly FakeTimeProvider _time = new(Moments.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_with_its_text_its_page_and_where_it_is_from()
    {
        await using var sink = new SmtpSink();
        var letter = ALetter("alice@example.com");

        (await SendAsync(letter, At(sink))).Should().BeOfType<Delivery.Delivered>();

        var received = sink.Received.Single();
        received.From.ToString().Should().Be("\"Example\" <login@example.com>");
        received.To.ToString().Should().Be("alice@example.com");
        received.Subject.Should().Be("Überschrift");
        received.TextBody!.TrimEnd().Should().Be("Text – mit Umlauten äöü");
        received.HtmlBody!.TrimEnd().Should().Be("<p>Seite</p>");
        received.MessageId.Should().Be($"{letter.Id:N}@login.example");
        received.Headers["Auto-Submitted"].Should().Be("auto-generated");
        received.Body.Should().BeOfType<MultipartAlternative>("the last part is the one that is preferred")
            .Which[^1].ContentType.MimeType.Should().Be("text/html");
    }

    [Fact]
    public async Task Whoever_has_no_mailbox_there_is_refused_for_good_and_named_nowhere()
    {
        await using var sink = new SmtpSink();

        (await SendAsync(ALetter("nobody@example.com"), At(sink))).Should().Be(new Delivery.Refused("the mail server answered 550"));
    }

    [Fact]
    public async Task A_mail_server_that_says_later_is_asked_later()
    {
        await using var sink = new SmtpSink();

        (await SendAsync(ALetter("busy@example.com"), At(sink))).Should().Be(new Delivery.Postponed("the mail server answered 421"));
    }

    [Fact]
    public async Task It_signs_in_where_that_is_asked_for()
    {
        await using var sink = new SmtpSink(asksForPassword: true);

        (await SendAsync(ALetter(), At(sink, SmtpSink.User, SmtpSink.Password))).Should().BeOfType<Delivery.Delivered>();
        (await SendAsync(ALetter(), At(sink, SmtpSink.User, "wrong"))).Should().BeOfType<Delivery.Postponed>()
            .Which.Reason.Should().NotContain("wrong");
        sink.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task A_mail_server_that_does_not_encrypt_gets_neither_mail_nor_password()
    {
        await using var sink = new SmtpSink(asksForPassword: true);
        var options = At(sink, SmtpSink.User, SmtpSink.Password, MailSecurity.StartTls);

        (await SendAsync(ALetter(), options)).Should().BeOfType<Delivery.Postponed>();

        sink.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_mail_server_with_a_certificate_of_its_own_making_gets_no_mail()
    {
        await using var sink = new SmtpSink(encrypted: true);

        (await SendAsync(ALetter(), At(sink, security: MailSecurity.StartTls))).Should().BeOfType<Delivery.Postponed>();

        sink.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_tried_later()
    {
        var sink = new SmtpSink();
        var options = At(sink);
        await sink.DisposeAsync();

        (await SendAsync(ALetter(), options)).Should().BeOfType<Delivery.Postponed>();
    }

    [Fact]
    public async Task A_mail_server_that_says_nothing_is_left_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;

        var sending = SendAsync(ALetter(), Settings(port, null, null, MailSecurity.None));
        using var connection = await silent.AcceptTcpClientAsync(Ct);
        _time.Advance(DeliveryTries.LongestTry);

        (await sending).Should().BeOfType<Delivery.Postponed>();
    }

    [Fact]
    public async Task A_host_that_stops_breaks_a_try_off()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var sending = Transport(Settings(((IPEndPoint)silent.LocalEndpoint).Port, null, null, MailSecurity.None)).SendAsync(ALetter(), stopping.Token);
        await stopping.CancelAsync();

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void A_try_ends_before_the_next_may_begin() => DeliveryTries.LongestTry.Should().BeLessThan(DeliveryTries.PauseAfter(1));

    private static Letter ALetter(string to = "alice@example.com") =>
        new(Guid.NewGuid(), to, "Überschrift", "Text – mit Umlauten äöü", "<p>Seite</p>");

    private static MailOptions At(SmtpSink sink, string? user = null, string? password = null, MailSecurity security = MailSecurity.None) =>
        Settings(sink.Port, user, password, security);

    private static MailOptions Settings(int port, string? user, string? password, MailSecurity security) =>
        new() { Host = "127.0.0.1", Port = port, Security = security, User = user, Password = password, From = "login@example.com" };

    private Task<Delivery> SendAsync(Letter letter, MailOptions options) => Transport(options).SendAsync(letter, Ct);

    private SmtpTransport Transport(MailOptions options)
    {
        var server = new ServerOptions { Issuer = "https://login.example", Name = "Example" };
        var settings = Options.Create(options);
        return new SmtpTransport(settings, new LetterMessages(settings, Options.Create(server), _time), _time);
    }
}
