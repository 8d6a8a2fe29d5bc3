using System.ComponentModel;
using System.Diagnostics;

namespace CleanLogin.Authsignal.Emulator.Tests.OfficialClient;

/// <summary>What a program printed and how it ended.</summary>
internal sealed record ProcessRun(int ExitCode, string Output, string Error)
{
    /// <returns>The run, or null if there is no such program.</returns>
    public static async Task<ProcessRun?> StartAsync(
        string program,
        IReadOnlyList<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        using var kill = ct.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new ProcessRun(process.ExitCode, await output, await error);
    }
}
