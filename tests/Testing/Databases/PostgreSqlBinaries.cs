using System.Diagnostics;

namespace CleanLogin.Testing.Databases;

/// <summary>The programs of PostgreSQL: those of Debian's newest version, which are not in the PATH, or those in the PATH.</summary>
internal static class PostgreSqlBinaries
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>Where they are, or null.</summary>
    public static string? Folder { get; } = OfDebian().Concat(InPath()).FirstOrDefault(folder =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Gives a folder to whoever runs the server.</summary>
    public static Task HandOverAsync(string folder) => IsRoot ? StartAsync("chown", "postgres", folder) : Task.CompletedTask;

    /// <summary>Runs one to its end.</summary>
    public static Task RunAsync(string program, params string[] arguments) => StartAsync(Path.Combine(Folder!, program), arguments);

    /// <summary>Runs one of the server's to its end. It refuses root, so as root it runs as another user.</summary>
    public static Task RunServerAsync(string program, params string[] arguments) => IsRoot
        ? StartAsync("runuser", ["-u", "postgres", "--", Path.Combine(Folder!, program), .. arguments])
        : RunAsync(program, arguments);

    private static IEnumerable<string> OfDebian() => Directory.Exists(DebianFolder)
        ? Directory.GetDirectories(DebianFolder)
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
        : [];

    // Only some of them may be linked into a folder of the PATH; the others lie where the link leads.
    private static IEnumerable<string> InPath() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(folder => Path.Combine(folder, "initdb"))
        .Where(File.Exists)
        .Select(program => Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!);

    private static async Task StartAsync(string program, params string[] arguments)
    {
        // Output goes nowhere: the server would inherit a pipe and keep it open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
