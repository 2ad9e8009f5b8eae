using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>What a <see cref="FaultyProxy"/> does to one request.</summary>
internal enum Fault
{
    None,
    TooManyRequests,
    ServerError,
    Disconnect,

    /// <summary>412, as of a tag that is immutable.</summary>
    Refuse,

    /// <summary>The right head, half of the body, and then the connection breaks.</summary>
    Truncate,

    /// <summary>Half of the body, whose length is not told, and then the end: HTTP has nothing against it.</summary>
    EndEarly,

    /// <summary>The right head and length, and one other byte.</summary>
    Corrupt,

    /// <summary>A body that is shorter than it should be, and says so.</summary>
    Shorten,

    /// <summary>The body is <c>{}</c>, whatever it was.</summary>
    Replace,
}

/// <summary>
/// Stands on loopback in front of a registry, and spoils what the test tells it to. It writes to the socket itself: servers
/// that can be had end a connection politely, and a real one breaks.
/// </summary>
internal sealed class FaultyProxy : IDisposable
{
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly string _upstream;
    private readonly Func<string, Fault> _choose;
    private readonly Task _loop;
    private int _faults;

    /// <param name="upstream">The registry's host and port.</param>
    /// <param name="choose">Chooses what happens to a request, by its method and path; called by one request at a time.</param>
    public FaultyProxy(string upstream, Func<string, Fault> choose)
    {
        (_upstream, _choose) = (upstream, choose);
        _listener.Start();
        Host = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _loop = Task.Run(AcceptAsync);
    }

    public string Host { get; }

    /// <summary>How many requests were spoilt.</summary>
    public int Faults => _faults;

    /// <summary>What was asked: method and address.</summary>
    public List<string> Requests { get; } = [];

    public RegistryOptions Options => RegistryServer.OptionsFor(Host);

    public void Dispose()
    {
        _listener.Stop();
        _loop.Wait();
        _http.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                client.NoDelay = true;
                _ = Task.Run(() => ServeAsync(client));
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request && await AnswerAsync(request, stream))
                {
                    // As long as the client keeps the connection.
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                client.LingerState = new LingerOption(true, 0); // The client has gone, or the registry has: the connection tells.
            }
        }
    }

    /// <returns>Whether the connection may be used again.</returns>
    private async Task<bool> AnswerAsync(HttpRequestMessage request, NetworkStream stream)
    {
        var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Fault fault;
        lock (Requests)
        {
            Requests.Add(line);
            fault = _choose(line);
        }

        if (fault != Fault.None) Interlocked.Increment(ref _faults);
        if (fault == Fault.Disconnect) return false;
        if (fault is Fault.TooManyRequests or Fault.ServerError or Fault.Refuse)
        {
            var status = fault switch
            {
                Fault.ServerError => "500 Internal Server Error",
                Fault.Refuse => "412 Precondition Failed",
                _ => "429 Too Many Requests\r\nRetry-After: 0",
            };
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));
            return true;
        }

        using var sent = request;
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = await answer.Content.ReadAsByteArrayAsync();
        body = fault switch
        {
            Fault.Corrupt when body.Length > 0 => [.. body[..^1], (byte)(body[^1] ^ 1)],
            Fault.Shorten => body[..(body.Length / 2)],
            Fault.Replace => "{}"u8.ToArray(),
            _ => body,
        };
        var head = new StringBuilder($"HTTP/1.1 {(int)answer.StatusCode} {answer.ReasonPhrase}\r\n");
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Content-Length" or "Transfer-Encoding" or "Connection")))
            head.Append(CultureInfo.InvariantCulture, $"{header.Key}: {string.Join(", ", header.Value)}\r\n");
        var length = request.Method == HttpMethod.Head ? answer.Content.Headers.ContentLength ?? 0 : body.Length;
        if (fault != Fault.EndEarly) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\n"));
        await stream.WriteAsync(fault is Fault.Truncate or Fault.EndEarly ? body.AsMemory(0, body.Length / 2) : body);
        return fault is not (Fault.Truncate or Fault.EndEarly);
    }

    private async Task<HttpRequestMessage?> ReadAsync(NetworkStream stream)
    {
        var read = new byte[64 * 1024];
        int count = 0, end;
        while ((end = read.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var more = await stream.ReadAsync(read.AsMemory(count));
            // A client that begins with TLS is to be told quickly that there is none.
            if (more == 0 || read[0] == TlsHandshake) return null;
            count += more;
        }

        var lines = Encoding.ASCII.GetString(read, 0, end).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var begun = read[(end + 4)..count];
        var first = lines[0].Split(' ');
        var headers = lines[1..].Select(line => line.Split(':', 2)).ToLookup(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var request = new HttpRequestMessage(new HttpMethod(first[0]), new Uri($"http://{_upstream}{first[1]}"));
        if (headers["Content-Length"].FirstOrDefault() is { } length)
        {
            var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            begun.CopyTo(body, 0);
            await stream.ReadExactlyAsync(body.AsMemory(begun.Length));
            request.Content = new ByteArrayContent(body);
            if (headers["Content-Type"].FirstOrDefault() is { } type) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var name in new[] { "Accept", "Authorization" }) request.Headers.TryAddWithoutValidation(name, headers[name]);
        // The registry makes addresses of it, and they should lead here again.
        request.Headers.Host = Host;
        return request;
    }
}
