namespace CleanLogin.Infrastructure.Mailing;

/// <summary>A mail as it is sent. A class, so that a link in it is not printed.</summary>
internal sealed class Letter(Guid id, string to, string subject, string text, string html)
{
    /// <summary>Its name, the same at every try: a mail that comes twice can be told by it.</summary>
    public Guid Id => id;

    /// <summary>The address.</summary>
    public string To => to;

    /// <summary>The subject.</summary>
    public string Subject => subject;

    /// <summary>As plain text.</summary>
    public string Text => text;

    /// <summary>As a page.</summary>
    public string Html => html;
}
