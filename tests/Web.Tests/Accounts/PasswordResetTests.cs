using System.Net;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Web.Tests.Accounts;

/// <summary>Whoever has forgotten a password chooses a new one by way of a mail. Whoever only knows a name gets nothing out of it.</summary>
public sealed class PasswordResetTests : IDisposable
{
    private const string Fresh = "correct horse battery";

    private readonly LoginServer _server = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("alice")]
    [InlineData("Alice@example.com")]
    public async Task The_owner_chooses_a_new_password_and_signs_in_with_it(string typed)
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync(await LinkAsync(typed));
        alice.Html.Should().Contain("for <strong>alice</strong>");

        await alice.SubmitAsync(("Input.Password", Fresh));
        alice.Html.Should().Contain("Your password was changed");
        alice.HasSession.Should().BeFalse("a mail signs nobody in");

        await alice.OpenAsync("/Account/Login");
        (await alice.SignInAsync("alice", "alice")).Alert.Should().NotBeNull("that was the old one");
        await alice.SignInAsync("alice", Fresh);
        alice.Document.QuerySelector("#totp-secret").Should().NotBeNull("the password is right");
        (await _server.ReadMailsAsync()).Should().Contain("A new password was chosen for your account");
    }

    [Fact]
    public async Task Whoever_reads_the_owners_mail_still_meets_the_second_step()
    {
        using var alice = _server.NewPerson();
        await alice.EnrolAsync();
        using var thief = _server.NewPerson();
        await thief.OpenAsync(await LinkAsync("alice"));
        await thief.SubmitAsync(("Input.Password", Fresh));

        await thief.OpenAsync("/Account/Login");
        await thief.SignInAsync("alice", Fresh);

        thief.Url.AbsolutePath.Should().Be("/Mfa/Challenge");
        thief.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task The_sessions_from_before_are_over()
    {
        using var alice = _server.NewPerson();
        await alice.EnrolAsync();
        (await alice.OpenAsync("/")).Html.Should().Contain("Hello, Alice");
        using var elsewhere = _server.NewPerson();
        await elsewhere.OpenAsync(await LinkAsync("alice"));

        await elsewhere.SubmitAsync(("Input.Password", Fresh));

        (await alice.OpenAsync("/")).Html.Should().NotContain("Hello, Alice");
    }

    [Fact]
    public async Task A_name_that_no_account_has_gets_the_same_answer()
    {
        var known = await AnswerAsync("alice");
        var unknown = await AnswerAsync("carol");
        var known2 = await AnswerAsync("alice@example.com");
        var unknown2 = await AnswerAsync("carol@example.com");

        unknown.Should().BeEquivalentTo(known);
        unknown2.Should().BeEquivalentTo(known2);
        (await _server.ReadMailsAsync()).Should().NotContain("carol");
    }

    [Fact]
    public async Task However_often_it_is_asked_the_answer_stays_and_three_mails_are_the_most()
    {
        var first = await AnswerAsync("alice");
        for (var again = 0; again < 5; again++)
        {
            (await AnswerAsync("alice")).Should().BeEquivalentTo(first);
        }

        LoginServer.ResetLink().Matches(await _server.ReadMailsAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Programs_that_look_at_the_link_use_nothing_up()
    {
        var link = await LinkAsync("alice");
        using var scanner = _server.CreateDefaultClient(LoginServer.Address);
        for (var look = 0; look < 3; look++)
        {
            (await scanner.GetAsync(new Uri(link), Ct)).StatusCode.Should().Be(HttpStatusCode.OK);
            using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(link));
            (await scanner.SendAsync(head, Ct)).StatusCode.Should().Be(HttpStatusCode.OK);
            (await scanner.PostAsync(new Uri(link), content: null, Ct)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }

        using var alice = _server.NewPerson();
        await alice.OpenAsync(link);
        (await alice.SubmitAsync(("Input.Password", Fresh))).Html.Should().Contain("Your password was changed");
    }

    [Fact]
    public async Task A_link_is_good_for_one_change()
    {
        var link = await LinkAsync("alice");
        using var alice = _server.NewPerson();
        using var thief = _server.NewPerson();
        await thief.OpenAsync(link);
        await alice.OpenAsync(link);
        await alice.SubmitAsync(("Input.Password", Fresh));

        (await thief.SubmitAsync(("Input.Password", "battery staple horse"))).Status.Should().Be(HttpStatusCode.Gone);
        (await thief.OpenAsync(link)).Status.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Fifty_posts_at_once_change_it_once()
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync(await LinkAsync("alice"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => alice.SubmitAsideAsync(("Input.Password", $"{Fresh} {number}"))));

        answers.Count(answer => answer.StatusCode is HttpStatusCode.OK).Should().Be(1);
    }

    [Fact]
    public async Task After_half_an_hour_and_with_a_made_up_token_there_is_a_way_on()
    {
        var link = await LinkAsync("alice");
        _server.Time.Advance(TimeSpan.FromMinutes(30));
        using var alice = _server.NewPerson();

        foreach (var address in new[] { link, "/Account/ResetPassword?token=" + new string('A', 43), "/Account/ResetPassword?token=x", "/Account/ResetPassword" })
        {
            (await alice.OpenAsync(address)).Status.Should().Be(HttpStatusCode.Gone);
            alice.Document.QuerySelector("main a.button")!.GetAttribute("href").Should().Be("/Account/ForgotPassword");
        }
    }

    [Theory]
    [InlineData("", "Choose a new password.")]
    [InlineData("short", "at least 8 characters")]
    [InlineData("password1", "guessed first")]
    [InlineData("alice12", "at least 8 characters")]
    [InlineData("alicealice1", "your name")]
    public async Task A_password_that_may_not_be_used_is_said_so_and_the_link_stays_good(string password, string fault)
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync(await LinkAsync("alice"));

        await alice.SubmitAsync(("Input.Password", password));
        alice.Document.QuerySelector(".fault")!.TextContent.Should().Contain(fault);
        alice.Document.QuerySelector("[name='Input.Password']")!.GetAttribute("value").Should().BeNull();

        (await alice.SubmitAsync(("Input.Password", Fresh))).Html.Should().Contain("Your password was changed");
    }

    [Fact]
    public async Task The_address_of_the_page_is_told_to_nobody_and_the_token_to_no_log()
    {
        var link = await LinkAsync("alice");
        using var alice = _server.NewPerson();
        await alice.OpenAsync(link);

        alice.Response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        await alice.SubmitAsync(("Input.Password", Fresh));
        var ours = _server.Logs.Lines.Where(line => !line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
        ours.Should().NotContain(line => line.Contains(link.Split("token=")[1]) || line.Contains(Fresh));
    }

    [Fact]
    public async Task Where_no_mail_is_sent_the_page_says_so()
    {
        await using var server = new LoginServer(services: services => services.AddSingleton(new MailRoute(null)));
        using var alice = server.NewPerson();
        await alice.OpenAsync("/Account/ForgotPassword");

        (await alice.SubmitAsync(("Input.Name", "alice"))).Alert.Should().Contain("sends no mail");
    }

    private async Task<string> LinkAsync(string typed)
    {
        await AnswerAsync(typed);
        return await _server.ReadResetLinkAsync();
    }

    private async Task<(int Status, string[] Headers, string Html)> AnswerAsync(string typed)
    {
        using var stranger = _server.NewPerson();
        await stranger.OpenAsync("/Account/ForgotPassword");
        await stranger.SubmitAsync(("Input.Name", typed));
        var headers = stranger.Response.Headers
            .Where(header => header.Key != "Set-Cookie")
            .Select(header => header.Key + ": " + string.Join(',', header.Value))
            .Order(StringComparer.Ordinal)
            .ToArray();
        return ((int)stranger.Status, headers, stranger.Html);
    }
}
