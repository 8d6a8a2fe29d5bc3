using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>The folder of the files that the server makes for itself: the SQLite database and the certificate of the key ring.</summary>
internal sealed class DataFolder(IOptions<DataOptions> options, IConfiguration configuration, IHostEnvironment environment)
{
    private const string Default = "data";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Its absolute path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(Name(options.Value, configuration), environment.ContentRootPath);

    /// <summary>The path of the SQLite database.</summary>
    public string Database => File("cleanlogin.db");

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder, for its owner alone. One that is there already keeps its mode.</summary>
    public void Ensure()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, OwnerOnly);
        }
    }

    /// <summary>
    /// Makes the empty file of the SQLite database, for its owner alone: the folder may be one that others look into. SQLite gives the
    /// files that it puts beside it the same mode. One that is there already keeps its mode.
    /// </summary>
    public void EnsureDatabase()
    {
        if (OperatingSystem.IsWindows() || System.IO.File.Exists(Database))
        {
            return;
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var file = new FileStream(Database, options);
    }

    /// <summary>The same; null, or why it cannot be.</summary>
    public string? TryEnsure()
    {
        if (options.Value.Folder is { } folder && string.IsNullOrWhiteSpace(folder))
        {
            return "Data:Folder must name a folder. Leave it out for the folder data.";
        }

        try
        {
            Ensure();
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return $"Data:Folder (or {DataOptions.Variable}) must name a folder that this server can make and write to, not '{Path}': {refused.Message}";
        }
    }

    // A variable of the environment that is set to nothing is not given.
    private static string Name(DataOptions options, IConfiguration configuration) =>
        options.Folder ?? (configuration[DataOptions.Variable] is { Length: > 0 } variable ? variable : Default);
}
