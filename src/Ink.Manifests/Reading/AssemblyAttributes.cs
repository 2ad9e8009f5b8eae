using System.Reflection.Metadata;

namespace Ink.Manifests.Reading;

/// <summary>An assembly's attributes whose arguments are texts, read from its file: nothing is loaded.</summary>
internal static class AssemblyAttributes
{
    /// <summary>The first two arguments of each attribute of a type, by the type's name without namespace.</summary>
    public static IEnumerable<(string? First, string? Second)> Pairs(MetadataReader metadata, string typeName) =>
        Blobs(metadata, typeName).Select(blob => (blob.ReadSerializedString(), blob.ReadSerializedString()));

    /// <summary>The first argument of the first attribute of a type.</summary>
    public static string? FirstText(MetadataReader metadata, string typeName) =>
        Blobs(metadata, typeName).Select(blob => blob.ReadSerializedString()).FirstOrDefault();

    private static IEnumerable<BlobReader> Blobs(MetadataReader metadata, string typeName)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (NameOf(metadata, attribute) != typeName)
                continue;

            // ECMA-335 II.23.3: a prolog of two bytes, then the constructor's arguments.
            var blob = metadata.GetBlobReader(attribute.Value);
            blob.ReadUInt16();
            yield return blob;
        }
    }

    private static string? NameOf(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return null;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) : null;
    }
}
