namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Takes mails away.</summary>
internal interface IMailTransport
{
    /// <summary>One try. What goes wrong at the other side is an answer, never an exception.</summary>
    Task<Delivery> SendAsync(Letter letter, CancellationToken ct);
}
