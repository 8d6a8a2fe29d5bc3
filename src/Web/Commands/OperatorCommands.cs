namespace CleanLogin.Web.Commands;

/// <summary>What an operator can ask of this program instead of serving: a word first, then what it needs, then settings.</summary>
internal static class OperatorCommands
{
    private static readonly string[] Usage =
    [
        "Without a command this program serves logins. The commands are:",
        $"  {CheckCommand.Name}              tries the settings against the services that they name",
        $"  {UnlockCommand.Name} <user name> lets an account log in again that failed attempts put out of use",
    ];

    /// <summary>Whether a command is given. Settings are no commands: they begin with a hyphen or a slash, or hold an equals sign.</summary>
    public static bool IsGiven(string[] args) => args is [{ Length: > 0 } word, ..] && word.All(char.IsAsciiLetter);

    /// <summary>The code to exit with: zero where all is well. A word that is no command gets the list of those that are.</summary>
    public static Task<int> RunAsync(string[] args, IServiceProvider services, TextWriter output, CancellationToken ct) =>
        args.TakeWhile(word => !word.StartsWith('-')).ToArray() switch
        {
            [CheckCommand.Name] => CheckCommand.RunAsync(services, output, ct),
            [UnlockCommand.Name, var username] => UnlockCommand.RunAsync(services, username, output, ct),
            _ => ExplainAsync(output),
        };

    private static async Task<int> ExplainAsync(TextWriter output)
    {
        await output.WriteLineAsync(string.Join(Environment.NewLine, Usage));
        return 2;
    }
}
