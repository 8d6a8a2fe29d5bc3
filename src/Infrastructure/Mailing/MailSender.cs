using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Sends what lies in the outbox, on every host of the server: each mail is tried by one of them.</summary>
internal sealed partial class MailSender(
    OutboxStore outbox, LetterProtector protector, MailRoute route, TimeProvider time, ILogger<MailSender> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>One round: everything whose time has come.</summary>
    public async Task SendDueAsync(CancellationToken ct)
    {
        if (route.Transport is not { } transport)
        {
            return;
        }

        while (await outbox.ListDueAsync(ct) is { Count: > 0 } due)
        {
            if (due.Any(mail => mail.Kind == OutboxRecord.Pretence))
            {
                await outbox.ForgetPretencesAsync(ct);
            }

            foreach (var mail in due.Where(mail => mail.Kind != OutboxRecord.Pretence))
            {
                await TryAsync(transport, mail, ct);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!route.IsOpen)
        {
            LogNoMail();
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away is back at a later round; the server goes on without it.
                LogFailed(failure);
            }
        }
    }

    private async Task TryAsync(IMailTransport transport, OutboxRecord mail, CancellationToken ct)
    {
        // Before it is sent: whatever happens then, the next try waits for its time.
        if (!await outbox.ClaimAsync(mail, ct))
        {
            return;
        }

        var delivery = mail.ExpiresAt <= time.GetUtcNow().ToUnixTimeMilliseconds()
            ? new Delivery.Refused("it is of no use any more")
            : protector.Unprotect(mail.Id, mail.Content) is { } letter
                ? await transport.SendAsync(letter, ct)
                : new Delivery.Refused("the key that it was encrypted with is gone");
        await (delivery switch
        {
            Delivery.Postponed postponed when IsLastTry(mail) => GiveUpAsync(mail, postponed.Reason, ct),
            Delivery.Postponed postponed => PostponeAsync(mail, postponed.Reason),
            Delivery.Refused refused => GiveUpAsync(mail, refused.Reason, ct),
            Delivery.Delivered => outbox.RemoveAsync(mail, ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    // The next one would come too late.
    private bool IsLastTry(OutboxRecord mail) =>
        (time.GetUtcNow() + DeliveryTries.PauseAfter(mail.Attempts + 1)).ToUnixTimeMilliseconds() >= mail.ExpiresAt;

    private Task PostponeAsync(OutboxRecord mail, string reason)
    {
        LogPostponed(mail.Kind, mail.Id, mail.Attempts + 1, reason);
        return Task.CompletedTask;
    }

    private Task GiveUpAsync(OutboxRecord mail, string reason, CancellationToken ct)
    {
        LogGivenUp(mail.Kind, mail.Id, mail.Attempts + 1, reason);
        return outbox.GiveUpAsync(mail, ct);
    }

    [LoggerMessage(3100, LogLevel.Warning, "No mail is sent: neither Mail:Host nor Mail:PickupFolder is given")]
    private partial void LogNoMail();

    [LoggerMessage(3101, LogLevel.Warning, "The outbox could not be read; the next round tries again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(3102, LogLevel.Warning, "The mail {Kind} {Id} was not delivered at try {Attempt}, and is tried again: {Reason}")]
    private partial void LogPostponed(string kind, Guid id, int attempt, string reason);

    [LoggerMessage(3103, LogLevel.Error, "The mail {Kind} {Id} is given up after {Attempt} tries: {Reason}")]
    private partial void LogGivenUp(string kind, Guid id, int attempt, string reason);
}
