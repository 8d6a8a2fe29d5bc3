namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Where mails go.</summary>
internal sealed class MailRoute(IMailTransport? transport)
{
    /// <summary>Whoever takes them; null where mail is not set up.</summary>
    public IMailTransport? Transport => transport;

    /// <summary>Whether mails are sent at all.</summary>
    public bool IsOpen => transport is not null;
}
