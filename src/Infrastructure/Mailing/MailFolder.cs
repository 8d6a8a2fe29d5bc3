using CleanLogin.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Where mails are put instead of being sent: in Development by default, so that nobody has to set up a mail server to see them.</summary>
/// <param name="data">The data folder, asked for only where it is needed: while settings are checked its own may be the faulty ones.</param>
/// <param name="environment">Where this is.</param>
internal sealed class MailFolder(Func<DataFolder> data, IHostEnvironment environment)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Its path; null where mails are sent, or where there are none.</summary>
    public string? PathFor(MailOptions options) => options switch
    {
        { PickupFolder: { } named } => Path.GetFullPath(named, environment.ContentRootPath),
        { Host: null } when environment.IsDevelopment() => data().File("mail"),
        _ => null,
    };

    /// <summary>Makes the folder that is named, if one is; null, or why it cannot be.</summary>
    public string? TryEnsure(MailOptions options)
    {
        if (options.PickupFolder is not { } named)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(named))
        {
            return "Mail:PickupFolder must name a folder.";
        }

        var path = Path.GetFullPath(named, environment.ContentRootPath);
        try
        {
            Ensure(path);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return $"Mail:PickupFolder must name a folder that this server can make and write to, not '{path}': {refused.Message}";
        }
    }

    /// <summary>Makes it, for its owner alone: mails hold links that are as good as a password. One that is there already keeps its mode.</summary>
    public static void Ensure(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
