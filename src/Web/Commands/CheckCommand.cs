using CleanLogin.Application.Operations.CheckConfiguration;
using CleanLogin.Application.Ports;
using MediatR;
using Microsoft.Extensions.Options;

namespace CleanLogin.Web.Commands;

/// <summary><c>check</c>: tries the settings against the services that they name and says in a line each what it found.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    /// <summary>Zero: people can log in.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception faults) when (faults is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            // A misspelt key is an invalid operation to the binder. Without fit settings there is nobody to ask.
            foreach (var fault in FaultsIn(faults))
            {
                await PrintAsync(output, Finding.Fault(fault));
            }

            return 1;
        }

        await PrintAsync(output, Finding.Good("The settings are complete, and none is misspelt."));
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CheckConfiguration(), ct);
        foreach (var finding in report.Findings)
        {
            await PrintAsync(output, finding);
        }

        return report.IsGood ? 0 : 1;
    }

    private static IEnumerable<string> FaultsIn(Exception faults) => faults switch
    {
        OptionsValidationException options => options.Failures,
        AggregateException several => several.InnerExceptions.SelectMany(FaultsIn),
        _ => [faults.Message],
    };

    private static Task PrintAsync(TextWriter output, Finding finding) => output.WriteLineAsync(finding.Kind switch
    {
        FindingKind.Good => "ok     " + finding.Text,
        FindingKind.Note => "note   " + finding.Text,
        FindingKind.Fault => "FAULT  " + finding.Text,
    });
}
