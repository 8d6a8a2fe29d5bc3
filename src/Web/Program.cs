using CleanLogin.Infrastructure;
using CleanLogin.Web.Commands;
using CleanLogin.Web.Hosting;
using Microsoft.Extensions.Options;

try
{
    var isCommand = OperatorCommands.IsGiven(args);
    await using var app = LoginServerHost.Build(args, quiet: isCommand);
    app.Services.ValidateSettings();
    if (isCommand)
    {
        return await OperatorCommands.RunAsync(args, app.Services, Console.Out, CancellationToken.None);
    }

    app.UseWeb();
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    // Whoever mistyped a setting needs the sentences, not the stack below them.
    var list = string.Concat(faults.Failures.Select(fault => $"{Environment.NewLine}- {fault}"));
    await Console.Error.WriteLineAsync($"The login server cannot start. Its settings have faults:{list}");
    return 1;
}
