using System.Globalization;
using System.Text;
using CleanLogin.Application.Authenticators;

namespace CleanLogin.Web.Text;

/// <summary>What stands on a sheet of recovery codes, and what it is called among somebody's files.</summary>
internal static class RecoveryCodeText
{
    private const int LongestPart = 40;

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string FileName(RecoveryCodeSheet sheet) => string.Create(
        CultureInfo.InvariantCulture,
        $"recovery-codes-{Plain(sheet.Service)}-{Plain(sheet.Account)}-{sheet.MadeAt.UtcDateTime:yyyy-MM-dd}.txt");

    // Lines end as the oldest of text editors wants them.
    public static string File(RecoveryCodeSheet sheet) => string.Join(
        "\r\n",
        [
            $"Recovery codes for {sheet.Account} at {sheet.Service}",
            $"Made on {Date(sheet.MadeAt)}. They void all earlier ones.",
            "",
            .. sheet.Codes.Select(code => code.RevealOnce()),
            "",
            "Each of them lets you in once, after your password, when you cannot use your authenticator app.",
            "",
        ]);

    // Whatever a file system may take amiss becomes a hyphen.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant().Take(LongestPart))
        {
            plain.Append(char.IsLetterOrDigit(letter) ? letter : '-');
        }

        return plain.ToString().Trim('-');
    }
}
