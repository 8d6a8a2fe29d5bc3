using System.Text;

namespace CleanLogin.Domain.Accounts;

// Text that people type in more than one way, in the one form in which it can be compared.
internal static class NormalText
{
    /// <summary>Normalisation form C; null where the text is not valid Unicode, which would make normalising throw.</summary>
    public static string? Of(string text) =>
        text.Contains('\uFFFE', StringComparison.Ordinal) || text.EnumerateRunes().Contains(Rune.ReplacementChar)
            ? null
            : text.Normalize(NormalizationForm.FormC);
}
