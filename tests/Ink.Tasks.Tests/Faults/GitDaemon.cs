using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ink.Tasks.Tests.Faults;

/// <summary><c>git daemon</c> on a free port of loopback, which takes pushes from everybody.</summary>
internal sealed class GitDaemon : IDisposable
{
    private readonly Process _process;

    public GitDaemon(string folder)
    {
        Port = FreePort.Next();
        _process = Process.Start(new ProcessStartInfo("git", ["daemon", "--reuseaddr", "--listen=127.0.0.1", $"--port={Port}", $"--base-path={folder}", "--export-all", "--enable=receive-pack", folder]) { RedirectStandardError = true })!;
        for (var attempt = 0; attempt < 200 && !Answers(); attempt++) Thread.Sleep(20);
    }

    public int Port { get; }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
