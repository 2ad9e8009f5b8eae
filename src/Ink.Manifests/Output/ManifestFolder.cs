using Ink.Manifests.Yaml;

namespace Ink.Manifests.Output;

/// <summary>Makes a folder that Kustomize builds of manifests.</summary>
public static class ManifestFolder
{
    /// <summary>The name of the file that lists the others.</summary>
    public const string KustomizationPath = "kustomization.yaml";

    /// <summary>The manifests and the <c>kustomization.yaml</c> that lists them, by path (ordinal).</summary>
    /// <exception cref="ArgumentException">Two objects have the same kind and name.</exception>
    public static IReadOnlyList<RenderedFile> Of(IEnumerable<RenderedFile> manifests)
    {
        ArgumentNullException.ThrowIfNull(manifests);

        List<RenderedFile> files = [.. manifests];
        files.Sort(ByPath);
        RefuseDuplicates(files);

        var list = new Kustomization([.. files.Select(file => file.Path)]);
        files.Add(new RenderedFile(KustomizationPath, ManifestYaml.Write(list)));
        files.Sort(ByPath);
        return files;
    }

    /// <summary>The file of an object: <c>deployment-checkout.yaml</c>.</summary>
    internal static string PathOf(string kind, string name) => $"{kind.ToLowerInvariant()}-{name}.yaml";

    private static int ByPath(RenderedFile left, RenderedFile right) => string.CompareOrdinal(left.Path, right.Path);

    private static void RefuseDuplicates(List<RenderedFile> files)
    {
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Path == files[i - 1].Path)
                throw new ArgumentException($"Two objects have the same kind and name: both would be written to {files[i].Path}.");
        }
    }
}
