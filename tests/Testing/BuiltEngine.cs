using System.Reflection;

namespace CleanLogin.Testing;

/// <summary>Which protocol engine the login server was built with. What it was not built with cannot be tested, and says so.</summary>
public sealed class BuiltEngine(Assembly loginServer)
{
    private const string Second = "CleanLogin.Infrastructure.Duende";

    private readonly bool _isSecond = Array.Exists(loginServer.GetReferencedAssemblies(), assembly => assembly.Name == Second);

    /// <summary>Why the default engine is not there, or null.</summary>
    public string? MissingDefault => _isSecond ? "Built with Duende IdentityServer in the place of the default engine." : null;

    /// <summary>Why Duende IdentityServer is not there, or null.</summary>
    public string? MissingDuende => _isSecond
        ? null
        : "Built without Duende IdentityServer, whose package needs a licence: -p:ProtocolEngine=Duende, see docs/duende.md.";
}
