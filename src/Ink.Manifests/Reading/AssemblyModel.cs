using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Ink.Model.Collections;
using Ink.Model.Declarations;

namespace Ink.Manifests.Reading;

/// <summary>The app model as the compiled assembly holds it. The assembly is read, never loaded.</summary>
/// <param name="Model">The model.</param>
/// <param name="Json">Its JSON, as it goes into <c>release.json</c>.</param>
internal sealed record AssemblyModel(AppModel Model, string Json)
{
    /// <summary>Reads the model; an assembly without one (F#, Visual Basic) is an app without attributes.</summary>
    public static AssemblyModel Read(string path, string assemblyName)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var json = AssemblyAttributes.Pairs(metadata, nameof(AssemblyMetadataAttribute)).FirstOrDefault(pair => pair.First == AppModel.MetadataKey).Second;
        if (json is not null)
            return new AssemblyModel(ModelReader.Read(json), json);

        var model = new AppModel(assemblyName, UsesAspNetCore(metadata), MapsHealth: false, new EquatableArray<Declaration>([]));
        return new AssemblyModel(model, ModelJson.Write(model));
    }

    private static bool UsesAspNetCore(MetadataReader metadata) =>
        metadata.AssemblyReferences.Any(handle =>
            metadata.GetString(metadata.GetAssemblyReference(handle).Name).StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
