using System.Net;

namespace CleanLogin.Application.Ports;

/// <summary>Where a request comes from, as far as the server can tell. Hints for rules, never evidence.</summary>
/// <param name="Address">The address of the client, behind known proxies.</param>
/// <param name="UserAgent">What the browser calls itself; cut to a sane length.</param>
/// <param name="DeviceId">What the provider's script calls the device, if it is a UUID.</param>
public sealed record LoginOrigin(IPAddress? Address, string? UserAgent, Guid? DeviceId)
{
    /// <summary>Longest user agent kept, in characters.</summary>
    public const int MaxUserAgentLength = 512;
}
