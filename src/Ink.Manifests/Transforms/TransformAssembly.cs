using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Versioning;
using Ink.Manifests.Reading;

namespace Ink.Manifests.Transforms;

/// <summary>A loaded assembly with transforms in it. Disposing of it lets it be unloaded.</summary>
internal sealed class TransformAssembly : IDisposable
{
    private readonly TransformLoadContext _context;
    private readonly Assembly _assembly;

    private TransformAssembly(TransformLoadContext context)
    {
        _context = context;
        _assembly = context.LoadTransform();
    }

    /// <summary>Loads the assembly.</summary>
    /// <exception cref="TransformException">It is not there, is no assembly, or is for another framework.</exception>
    public static TransformAssembly Load(string path)
    {
        if (!File.Exists(path))
            throw new TransformException("there is no such file. Correct the path, or build what makes it.");
        try
        {
            RefuseOtherFramework(path);
            return new TransformAssembly(new TransformLoadContext(path));
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new TransformException($"it cannot be loaded: {exception.Message} It has to be an assembly of .NET, with its .deps.json beside it.", exception);
        }
    }

    /// <summary>The transforms of the assembly, or the one that is named.</summary>
    /// <exception cref="TransformException">There is none.</exception>
    public IReadOnlyList<Type> Types(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? All() : [Named(name)];
        }
        catch (Exception exception) when (exception is IOException or TypeLoadException or BadImageFormatException)
        {
            throw new TransformException($"its types cannot be loaded: {LoadFailure.Explain(exception, _assembly)}", exception);
        }
    }

    public void Dispose() => _context.Unload();

    private List<Type> All()
    {
        var types = _assembly.GetExportedTypes()
            .Where(type => IsTransform(type) && type.GetConstructor(Type.EmptyTypes) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .ToList();
        return types.Count > 0
            ? types
            : throw new TransformException($"it has no public class that implements {nameof(IManifestTransform)} and has a public constructor without parameters. Write one, or take the item out.");
    }

    private Type Named(string name)
    {
        if (_assembly.GetType(name) is not { } type)
            throw new TransformException($"it has no type \"{name}\". Write the full name, with its namespace, in the item's metadata Type.");
        if (!IsTransform(type) || type.GetConstructor(Type.EmptyTypes) is null)
            throw new TransformException($"its type {name} is no class that implements {nameof(IManifestTransform)} and has a public constructor without parameters.");
        return type;
    }

    private static bool IsTransform(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IManifestTransform));

    // Asked of the file, since nothing could be asked of the assembly: its very attributes are in a System.Runtime that is not there.
    private static void RefuseOtherFramework(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata || AssemblyAttributes.FirstText(file.GetMetadataReader(), nameof(TargetFrameworkAttribute)) is not { } name)
            return;
        var framework = new FrameworkName(name);
        if (framework.Identifier == ".NETStandard" || (framework.Identifier == ".NETCoreApp" && framework.Version <= Environment.Version))
            return;
        throw new TransformException($"it is built for {name}, and Ink runs on .NET {Environment.Version.ToString(2)}. Build it for net{Environment.Version.ToString(2)}.");
    }
}
