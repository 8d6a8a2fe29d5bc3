using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Hands mails to a mail server.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options, LetterMessages messages, TimeProvider time) : IMailTransport
{
    // RFC 5321 §4.2.1: a first digit of 5 means that the same thing will be answered again.
    private const int Permanent = 500;

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
    {
        using var tooLong = new CancellationTokenSource(DeliveryTries.LongestTry, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, tooLong.Token);
        try
        {
            await DeliverAsync(letter, either.Token);
            return new Delivery.Delivered();
        }
        catch (SmtpCommandException refused)
        {
            // Its message may repeat the address.
            var reason = $"the mail server answered {(int)refused.StatusCode}";
            return (int)refused.StatusCode >= Permanent && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted
                ? new Delivery.Refused(reason)
                : new Delivery.Postponed(reason);
        }
        catch (Exception failure) when (IsOutage(failure) || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new Delivery.Postponed($"the mail server could not be used ({failure.GetType().Name}: {failure.Message})");
        }
    }

    private async Task DeliverAsync(Letter letter, CancellationToken ct)
    {
        var settings = options.Value;
        using var message = messages.Of(letter);
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, Socket(settings.Security), ct);
        if (settings is { User: { } user, Password: { } password })
        {
            await client.AuthenticateAsync(user, password, ct);
        }

        await client.SendAsync(message, ct);

        // It is delivered, whatever the server says to the farewell.
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception failure) when (IsOutage(failure))
        {
        }
    }

    private static SecureSocketOptions Socket(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };

    // NotSupportedException: the server offers no StartTls.
    private static bool IsOutage(Exception failure) => failure
        is SocketException or IOException or ProtocolException or AuthenticationException or SslHandshakeException or CommandException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException;
}
