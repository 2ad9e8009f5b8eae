using System.Buffers;
using System.Reflection;
using Ink.Manifests.Output;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Transforms;

/// <summary>Holds objects to what the rest of Ink relies on, after each transform, so that the right one is named.</summary>
internal static class TransformedObjects
{
    // A name is a path segment to the API server ("Object Names and IDs"), and part of a file's name here.
    private static readonly SearchValues<char> NotInName = SearchValues.Create("/\\%");

    /// <summary>Fills in <c>apiVersion</c> and <c>kind</c>, which KubernetesClient leaves to whoever makes an object.</summary>
    /// <exception cref="TransformException">An object is missing, has no kind or name, or is there twice.</exception>
    public static void Complete(IReadOnlyList<IKubernetesObject<V1ObjectMeta>?> objects)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in objects)
        {
            if (item is null)
                throw new TransformException("null in place of an object");
            FillIn(item);
            if (string.IsNullOrWhiteSpace(item.Kind) || string.IsNullOrWhiteSpace(item.ApiVersion))
                throw new TransformException($"an object of type {item.GetType().FullName} without kind or apiVersion");
            if (string.IsNullOrWhiteSpace(item.Metadata?.Name))
                throw new TransformException($"a {item.Kind} without metadata.name");
            if (item.Kind.AsSpan().ContainsAny(NotInName) || item.Metadata.Name.AsSpan().ContainsAny(NotInName))
                throw new TransformException($"a {item.Kind} named \"{item.Metadata.Name}\", which holds a character that no kind or name may have");
            if (!paths.Add(ManifestFolder.PathOf(item.Kind, item.Metadata.Name)))
                throw new TransformException($"two objects of kind {item.Kind} named \"{item.Metadata.Name}\"");
        }
    }

    private static void FillIn(IKubernetesObject<V1ObjectMeta> item)
    {
        if (!string.IsNullOrEmpty(item.Kind) && !string.IsNullOrEmpty(item.ApiVersion))
            return;
        if (item.GetType().GetCustomAttribute<KubernetesEntityAttribute>() is not { } entity)
            return;
        if (string.IsNullOrEmpty(item.Kind))
            item.Kind = entity.Kind;
        if (string.IsNullOrEmpty(item.ApiVersion))
            item.ApiVersion = string.IsNullOrEmpty(entity.Group) ? entity.ApiVersion : $"{entity.Group}/{entity.ApiVersion}";
    }
}
