using Ink.Manifests.Yaml;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Output;

/// <summary>Lays objects out as files, one an object, so that a diff shows what changed by its name.</summary>
internal static class ManifestFiles
{
    public static IReadOnlyList<RenderedFile> Write(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects) =>
        ManifestFolder.Of(objects.Select(item => new RenderedFile(ManifestFolder.PathOf(item.Kind, item.Metadata.Name), ManifestYaml.Write(item))));
}
