using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ink.Benchmarks.Pushing;

/// <summary>Serves the repositories of a folder by <c>git http-backend</c> on a free port of loopback, to everybody.</summary>
internal sealed class BackendServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;

    public BackendServer(string folder)
    {
        _folder = folder;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Host = $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

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
            var request = context.Request;
            var start = new ProcessStartInfo("git", ["http-backend"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            foreach (var (name, value) in Variables(request)) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var body = Task.Run(async () =>
            {
                await request.InputStream.CopyToAsync(process.StandardInput.BaseStream);
                process.StandardInput.Close();
            });
            var output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 16);
            while (ReadLine(output) is { Length: > 0 } line)
            {
                var (name, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
                if (name == "Content-Length") continue;
                if (name == "Status") context.Response.StatusCode = int.Parse(value.AsSpan(0, 3), CultureInfo.InvariantCulture);
                else context.Response.Headers[name] = value;
            }

            // In one write: of several small ones, all but the first would wait for the client's delayed acknowledgement.
            using var whole = new MemoryStream();
            await output.CopyToAsync(whole);
            await body;
            context.Response.ContentLength64 = whole.Length;
            whole.Position = 0;
            await whole.CopyToAsync(context.Response.OutputStream);
            context.Response.Close();
        }
        catch (Exception error) when (error is IOException or HttpListenerException or ObjectDisposedException)
        {
            context.Response.Abort();
        }
    }

    private Dictionary<string, string> Variables(HttpListenerRequest request)
    {
        var variables = new Dictionary<string, string>
        {
            ["GIT_PROJECT_ROOT"] = _folder,
            ["GIT_HTTP_EXPORT_ALL"] = "1",
            ["REQUEST_METHOD"] = request.HttpMethod,
            ["PATH_INFO"] = request.Url!.AbsolutePath,
            ["QUERY_STRING"] = request.Url.Query.TrimStart('?'),
            ["CONTENT_TYPE"] = request.ContentType ?? "",
            ["HTTP_CONTENT_ENCODING"] = request.Headers["Content-Encoding"] ?? "",
            ["GIT_PROTOCOL"] = request.Headers["Git-Protocol"] ?? "",
            ["REMOTE_USER"] = "benchmark",
            ["REMOTE_ADDR"] = "127.0.0.1",
        };
        if (request.ContentLength64 >= 0) variables["CONTENT_LENGTH"] = request.ContentLength64.ToString(CultureInfo.InvariantCulture);
        return variables;
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next is not (-1 or '\n'); next = stream.ReadByte()) line.Append((char)next);
        return line.ToString().TrimEnd('\r');
    }
}
