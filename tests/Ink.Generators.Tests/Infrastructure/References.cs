using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>What a project of a kind references: the assemblies that this test process itself runs on, so nothing is downloaded.</summary>
internal static class References
{
    private static readonly string[] Trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static readonly string BaseFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string WebFolder = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.Location)!;

    public static IReadOnlyList<MetadataReference> Bare { get; } = Of(IsBase);

    public static IReadOnlyList<MetadataReference> Console { get; } = Of(path => IsBase(path) || IsInk(path));

    public static IReadOnlyList<MetadataReference> Worker { get; } = Of(path => IsBase(path) || IsInk(path) || IsHosting(path));

    /// <summary>A host is referenced by its interfaces alone, as a library of services would.</summary>
    public static IReadOnlyList<MetadataReference> HostAbstractions { get; } =
        Of(path => IsBase(path) || IsInk(path) || (IsHosting(path) && Path.GetFileName(path) != "Microsoft.Extensions.Hosting.dll"));

    public static IReadOnlyList<MetadataReference> Web { get; } = Of(path => IsBase(path) || IsInk(path) || IsIn(path, WebFolder));

    /// <summary>The typed objects of Kubernetes, which the test process has from Ink.Manifests.</summary>
    public static MetadataReference KubernetesClient { get; } = Of(path => Path.GetFileName(path) == "KubernetesClient.dll").Single();

    private static MetadataReference[] Of(Func<string, bool> isWanted) =>
        [.. Trusted.Where(isWanted).Select(path => MetadataReference.CreateFromFile(path))];

    private static bool IsBase(string path) => IsIn(path, BaseFolder);

    private static bool IsInk(string path) => path == typeof(AppAttribute).Assembly.Location;

    // What the package Microsoft.Extensions.Hosting brings; health checks are another package.
    private static bool IsHosting(string path) =>
        IsIn(path, WebFolder)
        && Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        && !Path.GetFileName(path).Contains("HealthChecks", StringComparison.Ordinal);

    private static bool IsIn(string path, string folder) => Path.GetDirectoryName(path) == folder;
}
