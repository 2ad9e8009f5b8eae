using System.Globalization;
using System.Net;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>What a pod needs of its cluster besides its workload.</summary>
internal sealed record PodOptions
{
    /// <summary>The port to reach it by; null for a worker.</summary>
    public int? Port { get; init; } = 8080;

    /// <summary>What an ExternalSecret would have fetched: (Secret's name, key, value).</summary>
    public IReadOnlyList<(string Secret, string Key, string Value)> Secrets { get; init; } = [];

    /// <summary>Files of ConfigMaps and claims that the workload refers to.</summary>
    public IReadOnlyList<string> With { get; init; } = [];
}

/// <summary>The pod of a rendered Deployment, Job or CronJob, really running under podman (eng/play.sh).</summary>
internal sealed class Pod : IAsyncDisposable
{
    private static readonly string Play = RepositoryRoot.Combine("eng", "play.sh");
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly PodmanHost _host;
    private readonly Shell _shell;
    private readonly string _id;
    private readonly HttpClient _http;

    private Pod(PodmanHost host, Shell shell, string id, int port)
    {
        _host = host;
        _shell = shell;
        _id = id;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromSeconds(10) };
    }

    /// <summary>To call the workload.</summary>
    public HttpClient Http => _http;

    /// <param name="host">Where it runs.</param>
    /// <param name="transcript">Gets the commands and, at the end, the pod's logs.</param>
    /// <param name="workload">The file of one Deployment, Job or CronJob.</param>
    /// <param name="options">Its port and secrets.</param>
    public static async Task<Pod> Start(PodmanHost host, Transcript transcript, string workload, PodOptions? options = null)
    {
        options ??= new PodOptions();
        var shell = new Shell(transcript, Path.GetDirectoryName(Path.GetFullPath(workload))!, CommandEnvironment.Plain);
        var port = FreePort.Next();
        List<string> arguments = [host.Podman, "up", workload];
        if (options.Port is { } inside)
            arguments.AddRange(["--port", $"{port}:{inside}"]);
        arguments.AddRange(options.Secrets.SelectMany(s => new[] { "--secret", $"{s.Secret}/{s.Key}={s.Value}" }));
        arguments.AddRange(options.With.SelectMany(file => new[] { "--with", file }));

        await host.Turn.WaitAsync();
        try
        {
            var up = (await shell.Run(Play, [.. arguments])).Succeeded();
            return new Pod(host, shell, up.Output.Trim(), port);
        }
        catch
        {
            host.Turn.Release();
            throw;
        }
    }

    /// <summary>The body of a page; its status has to be success.</summary>
    public Task<string> Get(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Waits, as a probe does, until a path answers with success; gives the body.</summary>
    public async Task<string> Ready(string path = "/health/ready")
    {
        var last = "nothing";
        var body = await Poll.Until(
            async () =>
            {
                try
                {
                    using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
                    var text = await response.Content.ReadAsStringAsync();
                    last = $"{(int)response.StatusCode}: {text}";
                    return response.StatusCode == HttpStatusCode.OK ? text : null;
                }
                catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
                {
                    last = exception.Message;
                    return null;
                }
            },
            Limit);
        return body ?? throw await TooLate($"{path} did not answer with success; the last answer was {last}");
    }

    /// <summary>Waits until the containers have written a text.</summary>
    public async Task Logged(string text)
    {
        var found = await Poll.Until(
            async () => (await Logs()).Contains(text, StringComparison.Ordinal) ? text : null, Limit);
        if (found is null)
            throw await TooLate($"the pod did not log '{text}'");
    }

    /// <summary>Waits until a container has ended; gives its exit code.</summary>
    public async Task<int> Ended(string container)
    {
        var name = await NameOf(container);
        var waited = await _shell.Run(_host.Podman, ["wait", name], "", Limit);
        return int.Parse(waited.Succeeded().Output, CultureInfo.InvariantCulture);
    }

    /// <summary>Tells a container to stop, and kills it when the time is over, as a kubelet does; gives how long it took.</summary>
    public async Task<TimeSpan> Stop(string container, int graceSeconds)
    {
        var name = await NameOf(container);
        var stop = await _shell.Run(_host.Podman, "stop", "--time", $"{graceSeconds}", name);
        return stop.Succeeded().Duration;
    }

    /// <summary>What all its containers have written so far.</summary>
    public async Task<string> Logs() => (await Quietly("pod", "logs", _id)).Everything;

    public async ValueTask DisposeAsync()
    {
        _shell.Transcript.Note($"The pod's logs:\n{await Logs()}");
        await _shell.Run(Play, _host.Podman, "down", _id);
        _http.Dispose();
        _host.Turn.Release();
    }

    private async Task<TimeoutException> TooLate(string what)
    {
        var state = await Quietly("ps", "--all", "--pod");
        return new TimeoutException($"Within {Limit.TotalSeconds} s {what}.\n{state.Everything}\nLogs:\n{await Logs()}\n{_shell.Transcript.Text}");
    }

    // podman puts the pod's name before the container's.
    private async Task<string> NameOf(string container) =>
        $"{(await Quietly("pod", "inspect", "--format", "{{.Name}}", _id)).Succeeded().Output.Trim()}-{container}";

    private Task<CommandResult> Quietly(params string[] arguments) =>
        new Shell(Transcript.Unkept(), _shell.Directory, CommandEnvironment.Plain).Run(_host.Podman, arguments);
}
