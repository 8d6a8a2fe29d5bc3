using System.Net;
using System.Net.Sockets;

namespace CleanLogin.Browser.Tests.Hosting;

/// <summary>Server and client have to know each other's address before either listens.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
