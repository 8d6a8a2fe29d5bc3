using CleanLogin.Application.Ports;

namespace CleanLogin.Web.Hosting;

internal static class LoginOrigins
{
    // Set by the hosted provider's script, where a page carries it; anything but a UUID is not its doing.
    private const string DeviceCookie = "__as_aid";

    public static LoginOrigin Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return new LoginOrigin(
            context.Connection.RemoteIpAddress,
            agent.Length == 0 ? null : agent[..Math.Min(agent.Length, LoginOrigin.MaxUserAgentLength)],
            Guid.TryParse(context.Request.Cookies[DeviceCookie], out var device) ? device : null);
    }
}
