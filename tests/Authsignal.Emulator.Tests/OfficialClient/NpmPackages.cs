using System.Text.RegularExpressions;

namespace CleanLogin.Authsignal.Emulator.Tests.OfficialClient;

/// <summary>The vendor's own packages, unmodified, in the versions that the lock file in the folder conformance names.</summary>
internal static partial class NpmPackages
{
    private static readonly Lazy<Task<string?>> Installation = new(InstallOnceAsync);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "conformance");

    /// <summary>Installs them beside the tests, once. Without Node, npm or a registry the test is skipped, and says so.</summary>
    public static async Task InstallAsync(CancellationToken ct)
    {
        if (await Installation.Value.WaitAsync(ct) is { } obstacle)
        {
            Assert.Skip(obstacle);
        }
    }

    /// <returns>Why they can't be had here, or null if they are there.</returns>
    private static async Task<string?> InstallOnceAsync()
    {
        // One test's cancellation must not take the packages from the others.
        var ct = CancellationToken.None;
        var none = new Dictionary<string, string>();
        if (await ProcessRun.StartAsync("node", ["--version"], Folder, none, ct) is null)
        {
            return "Node is not installed.";
        }

        var (npm, first) = OperatingSystem.IsWindows() ? ("cmd", new[] { "/c", "npm" }) : ("npm", Array.Empty<string>());
        var install = await ProcessRun.StartAsync(
            npm, [.. first, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], Folder, none, ct);
        if (install is null)
        {
            return "npm is not installed.";
        }

        if (Unreachable().IsMatch(install.Error))
        {
            return "The npm registry cannot be reached.";
        }

        install.ExitCode.Should().Be(0, install.Error);
        return null;
    }

    [GeneratedRegex("ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH")]
    private static partial Regex Unreachable();
}
