using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Settings;

/// <summary>
/// Refuses names at the root of the configuration that nobody reads. A settings file is this server's own, so every name in it must be
/// known. Environment and command line are shared with others: there only what looks like a slip in one of our names is refused
/// (docs/adr/0015).
/// </summary>
internal sealed class RootNamesValidator(
    IConfiguration configuration, IReadOnlyCollection<SettingsSection> sections, IReadOnlyCollection<RootKey> keys)
    : IValidateOptions<RootNames>
{
    // What the framework reads by itself. ConnectionStrings is not among them: nobody here would read one.
    private static readonly string[] Framework =
    [
        "Logging", "AllowedHosts", "Kestrel", "Urls", "HTTP_PORTS", "HTTPS_PORTS", "Environment", "ApplicationName", "ContentRoot", "WebRoot",
        "DetailedErrors", "ShutdownTimeoutSeconds", "$schema",
    ];

    private readonly HashSet<string> _sections = new(sections.Select(section => section.Name), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(
        [.. Framework, .. sections.Select(section => section.Name), .. keys.Select(key => key.Name)], StringComparer.OrdinalIgnoreCase);

    public ValidateOptionsResult Validate(string? name, RootNames options)
    {
        var faults = Providers(configuration).SelectMany(Faults).Distinct(StringComparer.Ordinal).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<IConfigurationProvider> Providers(IConfiguration configuration) =>
        ((IConfigurationRoot)configuration).Providers.SelectMany(provider =>
            provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner } ? Providers(inner) : [provider]);

    private IEnumerable<string> Faults(IConfigurationProvider provider) => provider.GetChildKeys([], null)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(name => provider is FileConfigurationProvider ? FaultInFile(provider, name) : FaultElsewhere(provider, name))
        .OfType<string>();

    private string? FaultInFile(IConfigurationProvider provider, string name)
    {
        if (!_known.Contains(name))
        {
            return Unknown(provider, name, NearMiss.Find(name, Ours));
        }

        return _sections.Contains(name) && provider.TryGet(name, out var value) && !string.IsNullOrEmpty(value)
            ? $"{name} (in {Where(provider)}) must be a section, not one value."
            : null;
    }

    // A name with parts below it can only be meant for a section; PATH, HOME and their like have none.
    private string? FaultElsewhere(IConfigurationProvider provider, string name) =>
        !_known.Contains(name)
        && NearMiss.Find(name, HasParts(provider, name) ? _sections : keys.Select(key => key.Name)) is { } meant
            ? Unknown(provider, name, meant)
            : null;

    private string Unknown(IConfigurationProvider provider, string name, string? meant) =>
        $"{name} (in {Where(provider)}) is not known."
        + (meant is null ? $" This server reads {string.Join(", ", Ours.Order(StringComparer.Ordinal))}." : $" Did you mean {meant}?");

    private IEnumerable<string> Ours => _sections.Concat(keys.Select(key => key.Name));

    private static bool HasParts(IConfigurationProvider provider, string name) => provider.GetChildKeys([], name).Any();

    private static string Where(IConfigurationProvider provider) => provider switch
    {
        FileConfigurationProvider file => file.Source.Path ?? "a settings file",
        EnvironmentVariablesConfigurationProvider => "the environment",
        CommandLineConfigurationProvider => "the command line",
        _ => "the configuration",
    };
}
