using Ink.Manifests.Policy.Reading;

namespace Ink.Manifests.Policy;

/// <summary>Manifests that are judged together, since they refer to each other.</summary>
public sealed class ManifestSet
{
    private readonly List<ManifestObject> _objects = [];
    private readonly List<PodTemplate> _pods;

    private ManifestSet(IEnumerable<RenderedFile> files, bool isComplete)
    {
        IsComplete = isComplete;
        var unreadable = new List<UnreadableFile>();
        foreach (var file in files)
        {
            try
            {
                _objects.AddRange(ManifestReader.Read(file));
            }
            catch (ManifestFormatException exception)
            {
                unreadable.Add(new UnreadableFile(file.Path, exception.Line, exception.Message, file.Content.Contains("{{", StringComparison.Ordinal)));
            }
        }

        Unreadable = unreadable;
        var patches = KustomizePatches.Find(_objects);
        _objects.RemoveAll(item => patches.Contains(item.File) || item.Group == KustomizePatches.Group);
        _pods = [.. _objects.Select(PodTemplate.Find).OfType<PodTemplate>()];
    }

    /// <summary>How many Kubernetes objects there are.</summary>
    public int Count => _objects.Count;

    /// <summary>
    /// Whether the set is all that there is, as an app's rendered folder: a reference out of it then leads nowhere. Of any other folder
    /// only what it shows itself can be told to be missing.
    /// </summary>
    internal bool IsComplete { get; }

    /// <summary>The objects, in the order of the files.</summary>
    internal IReadOnlyList<ManifestObject> Objects => _objects;

    /// <summary>The pods that the objects make.</summary>
    internal IReadOnlyList<PodTemplate> Pods => _pods;

    /// <summary>Files that are no YAML, and why.</summary>
    internal IReadOnlyList<UnreadableFile> Unreadable { get; }

    /// <summary>The rendered folder of an app in one environment.</summary>
    /// <param name="files">Its files; those that hold no Kubernetes object are passed over.</param>
    public static ManifestSet OfRelease(IEnumerable<RenderedFile> files) => new(files.Where(IsManifest), isComplete: true);

    /// <summary>Manifests from anywhere.</summary>
    /// <param name="files">The files; those that hold no Kubernetes object are passed over.</param>
    public static ManifestSet OfFiles(IEnumerable<RenderedFile> files) => new(files.Where(IsManifest), isComplete: false);

    /// <summary>The objects of a namespace that <paramref name="predicate"/> holds for. One that names no namespace may be in any.</summary>
    internal IEnumerable<ManifestObject> InNamespaceOf(ManifestObject item, Func<ManifestObject, bool> predicate) =>
        _objects.Where(other => MayShareNamespace(item, other) && predicate(other));

    /// <summary>The pods of a namespace.</summary>
    internal IEnumerable<PodTemplate> PodsInNamespaceOf(ManifestObject item) => _pods.Where(pod => MayShareNamespace(item, pod.Owner));

    /// <summary>Whether the set would hold what an object refers to, if it existed: it is complete, or there are such objects beside it.</summary>
    internal bool WouldHold(ManifestObject item, Func<ManifestObject, bool> kind) =>
        IsComplete || InNamespaceOf(item, kind).Any(other => other.Folder == item.Folder);

    /// <summary>Whether two objects are applied together: in a folder from anywhere, those of different folders may be variants.</summary>
    internal bool AreApplied(ManifestObject one, ManifestObject other) => IsComplete || one.Folder == other.Folder;

    private static bool MayShareNamespace(ManifestObject one, ManifestObject other) =>
        one.Namespace.Length == 0 || other.Namespace.Length == 0 || one.Namespace == other.Namespace;

    private static bool IsManifest(RenderedFile file)
    {
        var extension = Path.GetExtension(file.Path);
        if (extension is ".yaml" or ".yml")
            return true;
        // JSON is used for much else, some of it with comments.
        return extension == ".json" && file.Content.Contains("\"apiVersion\"", StringComparison.Ordinal);
    }
}
