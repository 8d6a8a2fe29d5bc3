namespace CleanLogin.Infrastructure.Clients;

/// <summary>The section <c>Clients</c>.</summary>
internal sealed class ClientsOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Clients";

    /// <summary>The applications by client id.</summary>
    public Dictionary<string, ClientOptions> All { get; } = new(StringComparer.Ordinal);
}
