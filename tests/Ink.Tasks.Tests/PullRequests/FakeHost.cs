using System.Net;
using System.Text;

namespace Ink.Tasks.Tests.PullRequests;

/// <summary>A host's API on loopback: answers as it is told, and keeps what it was asked.</summary>
internal sealed class FakeHost : IDisposable
{
    private readonly HttpListener _listener = new();

    public FakeHost()
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    /// <summary>Method and address, then the headers' tokens, then the body.</summary>
    public List<string> Asked { get; } = [];

    public string List { get; set; } = "[]";

    public string Created { get; set; } = "{}";

    public int Status { get; set; } = 200;

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                Asked.Add($"{context.Request.HttpMethod} {context.Request.RawUrl} {context.Request.Headers["Authorization"]}{context.Request.Headers["PRIVATE-TOKEN"]} {await reader.ReadToEndAsync()}".TrimEnd());
                var body = Encoding.UTF8.GetBytes(context.Request.HttpMethod == "GET" ? List : Created);
                context.Response.StatusCode = Status;
                context.Response.OutputStream.Write(body);
                context.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            // Over.
        }
    }
}
