namespace CleanLogin.Application.Ports;

/// <summary>Tries an adapter's settings against the service that they name.</summary>
public interface IConfigurationCheck
{
    /// <summary>What was found. A service that does not answer is a finding, never an exception. Nothing stays behind at the service.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct);
}
