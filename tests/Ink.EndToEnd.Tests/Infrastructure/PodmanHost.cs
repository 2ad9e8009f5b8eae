namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>A podman with storage and network of its own, standing in for a kubelet; runs one pod at a time.</summary>
internal sealed class PodmanHost : IAsyncDisposable
{
    private static readonly string Settings = RepositoryRoot.Combine("eng", "podman-conf.sh");

    private readonly TemporaryFolder _folder = new("podman");
    private readonly Transcript _transcript;

    private PodmanHost(Transcript transcript) => _transcript = transcript;

    /// <summary>Held while a pod runs: pods of two tests may have the same name.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public string Podman => _folder.Combine("podman", "podman");

    /// <param name="transcript">Gets the commands.</param>
    /// <param name="registry">Where images come from.</param>
    public static async Task<PodmanHost> Start(Transcript transcript, RegistryServer registry)
    {
        var host = new PodmanHost(transcript);
        (await host.Run(host._folder.Combine("podman"), registry.Host)).Succeeded();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await Run("--remove", _folder.Combine("podman"));
        Turn.Dispose();
        _folder.Dispose();
    }

    private Task<CommandResult> Run(params string[] arguments) =>
        new Shell(_transcript, RepositoryRoot.Path, CommandEnvironment.Plain).Run(Settings, arguments);
}
