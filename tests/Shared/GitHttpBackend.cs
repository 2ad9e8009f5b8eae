using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Ink.Testing;

/// <summary>Passes one HTTP request to <c>git http-backend</c> by CGI (RFC 3875), and its answer back.</summary>
internal static class GitHttpBackend
{
    public static async Task Answer(string folder, string user, HttpListenerContext context, CancellationToken stopped)
    {
        using var process = Process.Start(StartInfo(folder, user, context.Request))!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(stopped);
            var body = Send(context.Request, process, stopped);
            var output = process.StandardOutput.BaseStream;
            await ReadHeaders(output, context.Response, stopped);
            // In one write: of several small ones, all but the first would wait for the client's delayed acknowledgement.
            using var whole = new MemoryStream();
            await output.CopyToAsync(whole, stopped);
            await body;
            context.Response.ContentLength64 = whole.Length;
            await context.Response.OutputStream.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), stopped);
            await errors;
            await process.WaitForExitAsync(stopped);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo StartInfo(string folder, string user, HttpListenerRequest request)
    {
        var start = new ProcessStartInfo("git", ["http-backend"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = start.Environment;
        environment["GIT_PROJECT_ROOT"] = folder;
        environment["GIT_HTTP_EXPORT_ALL"] = "1";
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["REQUEST_METHOD"] = request.HttpMethod;
        environment["PATH_INFO"] = Uri.UnescapeDataString(request.Url!.AbsolutePath);
        environment["QUERY_STRING"] = request.Url.Query.TrimStart('?');
        environment["CONTENT_TYPE"] = request.ContentType ?? "";
        environment["HTTP_CONTENT_ENCODING"] = request.Headers["Content-Encoding"] ?? "";
        environment["HTTP_GIT_PROTOCOL"] = request.Headers["Git-Protocol"] ?? "";
        environment["GIT_PROTOCOL"] = request.Headers["Git-Protocol"] ?? "";
        environment["REMOTE_USER"] = user;
        environment["REMOTE_ADDR"] = "127.0.0.1";
        // A body sent in chunks has no length; the back end then reads to the end.
        if (request.ContentLength64 >= 0)
            environment["CONTENT_LENGTH"] = request.ContentLength64.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    private static async Task Send(HttpListenerRequest request, Process process, CancellationToken stopped)
    {
        try
        {
            await request.InputStream.CopyToAsync(process.StandardInput.BaseStream, stopped);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It answered without reading all, and has gone.
        }
    }

    private static async Task ReadHeaders(Stream output, HttpListenerResponse response, CancellationToken stopped)
    {
        while (await ReadLine(output, stopped) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            if (name.Equals("Status", StringComparison.OrdinalIgnoreCase))
                response.StatusCode = int.Parse(value.AsSpan(0, 3), CultureInfo.InvariantCulture);
            else if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                response.Headers[name] = value;
        }
    }

    // Byte by byte: a buffered reader would swallow the start of the body.
    private static async Task<string> ReadLine(Stream stream, CancellationToken stopped)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stopped) == 1 && one[0] != '\n')
            line.Append((char)one[0]);
        return line.ToString().TrimEnd('\r');
    }
}
