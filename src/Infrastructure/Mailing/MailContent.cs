namespace CleanLogin.Infrastructure.Mailing;

/// <summary>The words of a mail, before they are laid out. A class, so that a link in it is not printed.</summary>
internal sealed class MailContent(string subject, IReadOnlyList<string> paragraphs)
{
    /// <summary>The subject, which is its heading as well.</summary>
    public string Subject => subject;

    /// <summary>What is said before the button.</summary>
    public IReadOnlyList<string> Paragraphs => paragraphs;

    /// <summary>What to open, if anything.</summary>
    public Uri? Link { get; init; }

    /// <summary>What stands on the button for it.</summary>
    public string? LinkText { get; init; }

    /// <summary>What is said after the button.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
