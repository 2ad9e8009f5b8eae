namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// What all tests of a run share, each started when a test first asks for it and stopped by <see cref="BenchTestFramework"/>
/// when the last test is over.
/// </summary>
internal static class Bench
{
    private static readonly Lazy<Task<RegistryServer>> LazyRegistry =
        new(() => RegistryServer.Start(new Transcript("bench-registry")));

    private static readonly Lazy<Task<PackedSdk>> LazySdk =
        new(() => PackedSdk.Pack(new Transcript("bench-package")));

    private static readonly Lazy<Task> LazyManifests =
        new(async () => await (await Sdk).PackManifests(new Transcript("bench-manifests")));

    private static readonly Lazy<Task<PodmanHost>> LazyPodman =
        new(async () => await PodmanHost.Start(new Transcript("bench-podman"), await Registry));

    /// <summary>An open registry with the base image. Tests keep apart by the names of their repositories.</summary>
    public static Task<RegistryServer> Registry => LazyRegistry.Value;

    /// <summary>The package under test.</summary>
    public static Task<PackedSdk> Sdk => LazySdk.Value;

    /// <summary>Ends when Ink.Manifests lies beside it in the feed, with the same version.</summary>
    public static Task Manifests => LazyManifests.Value;

    /// <summary>Runs pods with images of <see cref="Registry"/>.</summary>
    public static Task<PodmanHost> Podman => LazyPodman.Value;

    public static async Task Stop()
    {
        // Pods before the registry they came from. What did not start has nothing to stop.
        if (Started(LazyPodman) is { } podman)
            await podman.DisposeAsync();
        Started(LazyRegistry)?.Dispose();
        Started(LazySdk)?.Dispose();
    }

    private static T? Started<T>(Lazy<Task<T>> lazy)
        where T : class =>
        lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? lazy.Value.Result : null;
}
