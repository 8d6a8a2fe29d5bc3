namespace CleanLogin.Infrastructure.Mailing;

/// <summary>How mails are sent: by a server, or into a folder. Neither: no mail is sent.</summary>
internal sealed class MailOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mail";

    /// <summary>The mail server that takes them (SMTP).</summary>
    public string? Host { get; init; }

    /// <summary>Its port: by default the one for submission (RFC 6409).</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is encrypted.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>Who signs in there; without it nobody does.</summary>
    public string? User { get; init; }

    /// <summary>The password for that. A secret: it is never shown.</summary>
    public string? Password { get; init; }

    /// <summary>The address that mails come from.</summary>
    public string? From { get; init; }

    /// <summary>The folder that mails are put into as files, instead of being sent.</summary>
    public string? PickupFolder { get; init; }
}
