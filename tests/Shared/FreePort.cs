using System.Net;
using System.Net.Sockets;

namespace Ink.Testing;

/// <summary>
/// A port of 127.0.0.1 on which nobody listens now. Somebody else may take it before it is used: whoever starts a server
/// on it tries again with another one.
/// </summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
