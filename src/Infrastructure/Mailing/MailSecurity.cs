namespace CleanLogin.Infrastructure.Mailing;

/// <summary>How the connection to the mail server is encrypted.</summary>
internal enum MailSecurity
{
    /// <summary>After it was opened, before anything is said; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>From the first byte on.</summary>
    Tls,

    /// <summary>Not at all.</summary>
    None,
}
