using System.Net;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanLogin.Web.Tests.Mailing;

/// <summary>In Development mails are looked at here instead of being sent.</summary>
public sealed class DevMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_enrols_an_app_finds_the_notice_of_it()
    {
        await using var server = new LoginServer();
        using var alice = server.NewPerson();
        (await alice.OpenAsync("/dev/mail")).Html.Should().Contain("None yet");

        await alice.EnrolAsync();
        await server.Services.GetServices<IHostedService>().OfType<MailSender>().Single().SendDueAsync(Ct);
        await alice.OpenAsync("/dev/mail");

        alice.Document.QuerySelectorAll("article h2").Should().ContainSingle().Which.TextContent.Should().Be("The security of your account was changed");
        alice.Document.QuerySelector("article")!.TextContent.Should()
            .Contain("alice@example.com").And.Contain("An authenticator was added").And.Contain("New recovery codes were issued");
        alice.Document.QuerySelector("article a")!.GetAttribute("href").Should().Be(LoginServer.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Where_mails_are_sent_there_is_no_such_page()
    {
        await using var server = new LoginServer(settings: new Dictionary<string, string>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Security"] = "None",
            ["Mail:From"] = "login@example.com",
        });
        using var visitor = server.NewPerson();

        (await visitor.OpenAsync("/dev/mail")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
