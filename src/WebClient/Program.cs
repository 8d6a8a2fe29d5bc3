using CleanLogin.WebClient;
using Microsoft.Extensions.Options;

try
{
    await WebClientHost.Build(args).RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    // Whoever mistyped a setting needs the sentences, not the stack below them.
    await Console.Error.WriteLineAsync($"The sample application cannot start:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", faults.Failures)}");
    return 1;
}
