using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Encrypts mails that wait: a link in one of them is as good as a password. Each is bound to its row.</summary>
internal sealed class LetterProtector(IDataProtectionProvider protection)
{
    private const string Purpose = "CleanLogin.Mail";

    public byte[] Protect(Letter letter) =>
        For(letter.Id).Protect(JsonSerializer.SerializeToUtf8Bytes(new[] { letter.To, letter.Subject, letter.Text, letter.Html }));

    /// <summary>Null where its key is gone.</summary>
    public Letter? Unprotect(Guid id, byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(For(id).Unprotect(content)) is [var to, var subject, var text, var html]
                ? new Letter(id, to, subject, text, html)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid id) => protection.CreateProtector(Purpose, id.ToString("N"));
}
