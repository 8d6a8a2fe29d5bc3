namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Puts mails into a folder, as files that mail programs open.</summary>
internal sealed class PickupTransport(string folder, LetterMessages messages) : IMailTransport
{
    public const string Extension = ".eml";

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
    {
        var path = Path.Combine(folder, letter.Id.ToString("N") + Extension);
        try
        {
            MailFolder.Ensure(folder);

            // Whoever reads the folder finds whole mails only.
            var draft = path + ".part";
            using (var message = messages.Of(letter))
            {
                await using var file = new FileStream(draft, Options());
                await message.WriteToAsync(file, ct);
            }

            File.Move(draft, path, overwrite: true);
            return new Delivery.Delivered();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Delivery.Postponed(failure.Message);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
