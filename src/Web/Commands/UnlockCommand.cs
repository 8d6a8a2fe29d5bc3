using System.Data.Common;
using CleanLogin.Application.Operations.UnlockAccount;
using MediatR;

namespace CleanLogin.Web.Commands;

/// <summary><c>unlock</c>: forgives an account its failures and says in a line what became of it.</summary>
internal static class UnlockCommand
{
    public const string Name = "unlock";

    /// <summary>Zero: the account can log in again.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string username, TextWriter output, CancellationToken ct)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            return await TellAsync(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new UnlockAccount(username), ct), output);
        }
        catch (DbException failure)
        {
            // Such as of a folder or a server that has never been used.
            await output.WriteLineAsync($"The database cannot be used. Run this with the settings of the server. {failure.Message}");
            return 1;
        }
    }

    private static async Task<int> TellAsync(UnlockAccountOutcome outcome, TextWriter output)
    {
        var (code, text) = outcome.Match(
            unlocked => unlocked.IsActive
                ? (0, "Unlocked. Password, recovery codes and authenticator apps can be tried again at once.")
                : (1, "Unlocked, but the account is disabled: nobody can log in to it before it is enabled."),
            _ => (1, "There is no account of that name."));
        await output.WriteLineAsync(text);
        return code;
    }
}
