using System.Net;
using System.Text;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>The one layout of all mails: as plain text, and as a page with the same words.</summary>
internal sealed class MailLayout(string server)
{
    private static readonly string Template = ReadTemplate();

    public string Text(MailContent content)
    {
        var text = new StringBuilder();
        void Say(string line) => text.Append(line).Append("\n\n");

        content.Paragraphs.ToList().ForEach(Say);
        if (content.Link is { } link)
        {
            Say($"{content.LinkText}:\n{link.AbsoluteUri}");
        }

        content.Remarks.ToList().ForEach(Say);
        return text.Append("-- \n").Append(server).Append('\n').ToString();
    }

    public string Html(MailContent content) => Template
        .Replace("{{subject}}", Encode(content.Subject), StringComparison.Ordinal)
        .Replace("{{paragraphs}}", Paragraphs("said", content.Paragraphs), StringComparison.Ordinal)
        .Replace("{{button}}", Button(content), StringComparison.Ordinal)
        .Replace("{{remarks}}", Paragraphs("remark", content.Remarks), StringComparison.Ordinal)
        .Replace("{{server}}", Encode(server), StringComparison.Ordinal);

    private static string Paragraphs(string name, IEnumerable<string> texts) =>
        string.Concat(texts.Select(text => $"<p class=\"{name}\">{Encode(text)}</p>\n"));

    private static string Button(MailContent content) => content.Link is { } link
        ? $"<p><a class=\"button\" href=\"{Encode(link.AbsoluteUri)}\">{Encode(content.LinkText ?? link.Host)}</a></p>\n"
        : string.Empty;

    // What is put in cannot become markup. A text that looks like a placeholder holds no braces that count: they are encoded too.
    private static string Encode(string text) =>
        WebUtility.HtmlEncode(text).Replace("{", "&#123;", StringComparison.Ordinal).Replace("}", "&#125;", StringComparison.Ordinal);

    private static string ReadTemplate()
    {
        using var stream = typeof(MailLayout).Assembly.GetManifestResourceStream("CleanLogin.Infrastructure.Mailing.Layout.html")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
