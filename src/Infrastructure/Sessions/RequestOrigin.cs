using CleanLogin.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Sessions;

/// <summary>Where the request at hand comes from, if there is one.</summary>
internal sealed class RequestOrigin(IHttpContextAccessor accessor)
{
    private static readonly LoginOrigin Nowhere = new(Address: null, UserAgent: null, DeviceId: null);

    public LoginOrigin Read()
    {
        if (accessor.HttpContext is not { } http)
        {
            return Nowhere;
        }

        var agent = http.Request.Headers.UserAgent.ToString();
        return new LoginOrigin(
            http.Connection.RemoteIpAddress, agent.Length == 0 ? null : agent[..Math.Min(agent.Length, LoginOrigin.MaxUserAgentLength)], DeviceId: null);
    }
}
