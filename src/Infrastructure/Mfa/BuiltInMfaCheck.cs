using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.Mfa;

/// <summary>The built-in provider names no service.</summary>
internal sealed class BuiltInMfaCheck : IConfigurationCheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Finding>>([Finding.Good("The second step is asked by this server itself: there is nobody to ask.")]);
}
