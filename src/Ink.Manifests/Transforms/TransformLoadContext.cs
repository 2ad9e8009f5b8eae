using System.Reflection;
using System.Runtime.Loader;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Transforms;

/// <summary>
/// Where a transform's assembly lives with everything that it brings: apart from Ink, so that its libraries may be of other versions than
/// Ink's. Only what a transform exchanges with Ink is Ink's own, so that an object is the same type on both sides.
/// </summary>
/// <remarks>
/// Assemblies are loaded from copies in memory: a file that is mapped could not be built anew while MSBuild's process lives on, and the
/// runtime would take the next version of it for the one it has.
/// </remarks>
/// <param name="path">The transform's assembly, in full. The <c>.deps.json</c> beside it says where the rest is.</param>
internal sealed class TransformLoadContext(string path) : AssemblyLoadContext(Path.GetFileName(path), isCollectible: true)
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly AssemblyDependencyResolver _resolver = new(path);

    /// <summary>What is the same on both sides.</summary>
    public static IReadOnlyList<Assembly> Shared { get; } = [typeof(IManifestTransform).Assembly, typeof(AppSpec).Assembly, typeof(V1ObjectMeta).Assembly];

    /// <summary>Loads the transform's assembly.</summary>
    public Assembly LoadTransform() => LoadCopy(path);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name) is { } shared)
            return shared;
        // A package may bring a copy of a library that .NET has by now: a second System.Text.Json would have other types than the one that
        // KubernetesClient uses.
        if (File.Exists(Path.Combine(FrameworkFolder, $"{assemblyName.Name}.dll")))
            return null;
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } dependency ? LoadCopy(dependency) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } library ? LoadUnmanagedDllFromPath(library) : 0;

    private Assembly LoadCopy(string file)
    {
        using var assembly = new MemoryStream(File.ReadAllBytes(file));
        var symbols = Path.ChangeExtension(file, ".pdb");
        if (!File.Exists(symbols))
            return LoadFromStream(assembly);
        using var lines = new MemoryStream(File.ReadAllBytes(symbols));
        return LoadFromStream(assembly, lines);
    }
}
