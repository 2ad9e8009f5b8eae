using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Ink.Manifests;
using Ink.Manifests.Reading;
using Ink.Model.Collections;
using Ink.Model.Declarations;

namespace Ink.Tasks.Releases;

/// <summary>The app model as the compiled assembly holds it. The assembly is read, never loaded.</summary>
/// <param name="Model">The model.</param>
/// <param name="Json">Its JSON, as it goes into <c>release.json</c>.</param>
internal sealed record AssemblyModel(AppModel Model, string Json)
{
    /// <summary>The config files that its environments refer to, which travel with it in <c>release.json</c>.</summary>
    public ReleasedConfigFiles ConfigFiles { get; init; } = ReleasedConfigFiles.None;

    private const string MetadataAttribute = "AssemblyMetadataAttribute";

    /// <summary>Reads the model; an assembly without one (F#, Visual Basic) is an app without attributes.</summary>
    public static AssemblyModel Read(string path, string assemblyName)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        if (FindJson(metadata) is { } json)
            return new AssemblyModel(ModelReader.Read(json), json);

        var model = new AppModel(assemblyName, UsesAspNetCore(metadata), MapsHealth: false, new EquatableArray<Declaration>([]));
        return new AssemblyModel(model, ModelJson.Write(model));
    }

    private static bool UsesAspNetCore(MetadataReader metadata) =>
        metadata.AssemblyReferences.Any(handle =>
            metadata.GetString(metadata.GetAssemblyReference(handle).Name).StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static string? FindJson(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsMetadataAttribute(metadata, attribute))
                continue;

            // ECMA-335 II.23.3: a prolog of two bytes, then the constructor's two strings.
            var blob = metadata.GetBlobReader(attribute.Value);
            blob.ReadUInt16();
            if (blob.ReadSerializedString() == AppModel.MetadataKey)
                return blob.ReadSerializedString();
        }

        return null;
    }

    private static bool IsMetadataAttribute(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == MetadataAttribute;
    }
}
