using System.Net;
using Ink.Testing;

namespace Ink.Benchmarks.Pushing;

/// <summary>Serves the repositories of a folder by <c>git http-backend</c> on a free port of loopback, to everybody.</summary>
internal sealed class BackendServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;

    public BackendServer(string folder)
    {
        _folder = folder;
        Host = $"127.0.0.1:{FreePort.Next()}";
        _listener.Prefixes.Add($"http://{Host}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Host { get; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // Over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await GitHttpBackend.Answer(_folder, "benchmark", context, CancellationToken.None);
            context.Response.Close();
        }
        catch (Exception error) when (error is IOException or HttpListenerException or ObjectDisposedException)
        {
            context.Response.Abort();
        }
    }
}
