using Ink.Manifests.Yaml;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Output;

/// <summary>Lays objects out as files, one an object, so that a diff shows what changed by its name.</summary>
internal static class ManifestFiles
{
    private const string KustomizationPath = "kustomization.yaml";

    public static IReadOnlyList<RenderedFile> Write(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects)
    {
        List<RenderedFile> files = [.. objects.Select(item => new RenderedFile(PathOf(item), ManifestYaml.Write(item)))];
        files.Sort(ByPath);
        RefuseDuplicates(files);

        files.Add(Kustomization(files));
        files.Sort(ByPath);
        return files;
    }

    private static int ByPath(RenderedFile left, RenderedFile right) => string.CompareOrdinal(left.Path, right.Path);

    private static string PathOf(IKubernetesObject<V1ObjectMeta> item) => $"{item.Kind.ToLowerInvariant()}-{item.Metadata.Name}.yaml";

    private static void RefuseDuplicates(List<RenderedFile> files)
    {
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Path == files[i - 1].Path)
                throw new ArgumentException($"Two objects have the same kind and name: both would be written to {files[i].Path}.");
        }
    }

    private static RenderedFile Kustomization(List<RenderedFile> files) =>
        new(KustomizationPath, ManifestYaml.Write(new Kustomization([.. files.Select(file => file.Path)])));
}
