using System.Net;
using System.Net.Sockets;

namespace Ink.Tasks.Tests.Faults;

/// <summary>Stands between git and its server, and breaks each connection after so many bytes in both directions together.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;

    public CuttingProxy(int port)
    {
        _port = port;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many connections are let through whole before the next is cut.</summary>
    public int Spared { get; set; }

    /// <summary>After how many bytes a connection breaks.</summary>
    public int Limit { get; set; }

    public int Cuts { get; private set; }

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                var left = Spared-- > 0 ? int.MaxValue : Limit;
                _ = Task.Run(() => ServeAsync(client, left));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Over.
        }
    }

    private async Task ServeAsync(TcpClient client, int left)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(IPAddress.Loopback, _port);
            var there = CopyAsync(client, server);
            var back = CopyAsync(server, client);
            await Task.WhenAny(Task.WhenAll(there, back), Broken());
            if (left > 0) return;
            Cuts++;
            client.LingerState = new LingerOption(true, 0);
            server.LingerState = new LingerOption(true, 0);

            async Task Broken()
            {
                while (left > 0 && !(there.IsCompleted && back.IsCompleted)) await Task.Delay(2);
            }
        }

        async Task CopyAsync(TcpClient from, TcpClient to)
        {
            var buffer = new byte[4096];
            try
            {
                while (left > 0)
                {
                    var count = await from.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, left)));
                    if (count == 0) break;
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
                    Interlocked.Add(ref left, -count);
                }

                if (left > 0) to.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // One end has gone; the other one is told.
            }
        }
    }
}
