using CleanLogin.Application.Mails.ListPickedUp;
using CleanLogin.Application.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CleanLogin.Infrastructure.Mailing;

internal sealed class PickedUpMails(IOptions<MailOptions> options, MailFolder folder, IHostEnvironment environment) : IPickedUpMails
{
    private const int Shown = 50;

    public async Task<IReadOnlyList<PickedUpMail>?> ListAsync(CancellationToken ct)
    {
        // A pickup folder may be used elsewhere too; there its mails are other people's.
        if (!environment.IsDevelopment() || folder.PathFor(options.Value) is not { } path)
        {
            return null;
        }

        var mails = new List<PickedUpMail>();
        if (!Directory.Exists(path))
        {
            return mails;
        }

        // The names begin with the time.
        foreach (var file in Directory.EnumerateFiles(path, "*" + PickupTransport.Extension).OrderDescending(StringComparer.Ordinal).Take(Shown))
        {
            using var message = await MimeMessage.LoadAsync(file, ct);
            mails.Add(new PickedUpMail(
                message.To.Mailboxes.FirstOrDefault()?.Address ?? string.Empty, message.Subject ?? string.Empty, message.TextBody ?? string.Empty, message.Date));
        }

        return mails;
    }
}
