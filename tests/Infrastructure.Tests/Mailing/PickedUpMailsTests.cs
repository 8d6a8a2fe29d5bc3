using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Settings;
using CleanLogin.Infrastructure.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;

namespace CleanLogin.Infrastructure.Tests.Mailing;

public sealed class PickedUpMailsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task In_Development_whole_mails_are_listed_the_newest_first()
    {
        var options = Options.Create(new MailOptions { PickupFolder = _folder.Path });
        var transport = new PickupTransport(_folder.Path, Messages(options));
        foreach (var subject in new[] { "first", "second" })
        {
            var letter = new Letter(Guid.CreateVersion7(), "alice@example.com", subject, "Text ä", "<p>Page</p>");
            (await transport.SendAsync(letter, Ct)).Should().BeOfType<Delivery.Delivered>();
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "z.eml.part"), "not whole", Ct);

        var mails = await Listed(options, Environments.Development);

        mails!.Select(mail => mail.Subject).Should().Equal("second", "first");
        mails![0].To.Should().Be("alice@example.com");
        mails[0].Text.Trim().Should().Be("Text ä");
    }

    [Fact]
    public async Task Elsewhere_nobody_lists_other_peoples_mails() =>
        (await Listed(Options.Create(new MailOptions { PickupFolder = _folder.Path }), Environments.Production)).Should().BeNull();

    [Fact]
    public async Task A_mail_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The access rights are those of Unix.");
            return;
        }

        var options = Options.Create(new MailOptions { PickupFolder = _folder.Path });
        await new PickupTransport(_folder.Path, Messages(options)).SendAsync(new Letter(Guid.NewGuid(), "a@b", "s", "t", "h"), Ct);

        File.GetUnixFileMode(Directory.GetFiles(_folder.Path).Single()).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_tried_later()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "file"), "in the way", Ct);
        var options = Options.Create(new MailOptions { PickupFolder = _folder.Path });
        var transport = new PickupTransport(Path.Combine(_folder.Path, "file", "mail"), Messages(options));

        (await transport.SendAsync(new Letter(Guid.NewGuid(), "a@b", "s", "t", "h"), Ct)).Should().BeOfType<Delivery.Postponed>();
    }

    private static LetterMessages Messages(IOptions<MailOptions> options) =>
        new(options, Options.Create(new ServerOptions { Issuer = "https://login.example" }), TimeProvider.System);

    private Task<IReadOnlyList<Application.Mails.ListPickedUp.PickedUpMail>?> Listed(IOptions<MailOptions> options, string environment)
    {
        var host = new Mock<IHostEnvironment>();
        host.SetupGet(it => it.EnvironmentName).Returns(environment);
        host.SetupGet(it => it.ContentRootPath).Returns(_folder.Path);
        var data = new DataFolder(Options.Create(new DataOptions { Folder = _folder.Path }), new ConfigurationBuilder().Build(), host.Object);
        return new PickedUpMails(options, new MailFolder(() => data, host.Object), host.Object).ListAsync(Ct);
    }
}
