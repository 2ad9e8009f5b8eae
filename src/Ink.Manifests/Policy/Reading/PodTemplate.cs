using Ink.Model.Policy.Facts;

namespace Ink.Manifests.Policy.Reading;

/// <summary>A pod, or what pods are made of, within an object.</summary>
/// <param name="Owner">The object.</param>
/// <param name="Parent">Where its metadata and spec are: <c>spec.template</c>; empty for a Pod.</param>
/// <param name="Node">What is there.</param>
/// <param name="IsJudged">Whether the owner's kind is one that rules know.</param>
internal sealed record PodTemplate(ManifestObject Owner, string Parent, ManifestNode Node, bool IsJudged)
{
    private static readonly (string Field, ContainerKind Kind)[] Lists =
        [("initContainers", ContainerKind.Init), ("containers", ContainerKind.App), ("ephemeralContainers", ContainerKind.Ephemeral)];

    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["Pod"] = "",
        ["PodTemplate"] = "template",
        ["ReplicationController"] = "spec.template",
        ["apps/Deployment"] = "spec.template",
        ["apps/StatefulSet"] = "spec.template",
        ["apps/DaemonSet"] = "spec.template",
        ["apps/ReplicaSet"] = "spec.template",
        ["extensions/Deployment"] = "spec.template",
        ["extensions/DaemonSet"] = "spec.template",
        ["extensions/ReplicaSet"] = "spec.template",
        ["batch/Job"] = "spec.template",
        ["batch/CronJob"] = "spec.jobTemplate.spec.template",
    };

    private IReadOnlyList<PodContainer>? _containers;

    /// <summary>The pod's spec.</summary>
    public ManifestNode Spec => Node["spec"];

    /// <summary>The pod's labels.</summary>
    public IReadOnlyDictionary<string, string> Labels => Node["metadata"]["labels"].TextFields;

    /// <summary>The pod's annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations => Node["metadata"]["annotations"].TextFields;

    /// <summary>Where the spec is: <c>spec.template.spec</c>.</summary>
    public string SpecPath => ManifestPath.Of(Parent, "spec");

    /// <summary>Where the metadata is.</summary>
    public string MetadataPath => ManifestPath.Of(Parent, "metadata");

    /// <summary>Whether it runs on Windows, where settings of Linux have no meaning.</summary>
    public bool IsWindows => Spec["os"]["name"].Text == "windows";

    /// <summary>Its containers: init containers first, then the app's, then ephemeral ones.</summary>
    public IReadOnlyList<PodContainer> Containers => _containers ??=
    [
        .. from list in Lists
           from item in Spec[list.Field].ItemsAt(ManifestPath.Of(SpecPath, list.Field))
           where item.Node.IsMapping
           let isSidecar = list.Kind == ContainerKind.Init && item.Node["restartPolicy"].Text == "Always"
           select new PodContainer(item.Node, item.Path, isSidecar ? ContainerKind.Sidecar : list.Kind),
    ];

    /// <summary>Its volumes, with their paths.</summary>
    public IEnumerable<(ManifestNode Node, string Path)> Volumes =>
        Spec["volumes"].ItemsAt(ManifestPath.Of(SpecPath, "volumes"));

    /// <summary>The pod of an object; <see langword="null"/> for one that has none.</summary>
    public static PodTemplate? Find(ManifestObject item)
    {
        var key = item.Group.Length == 0 ? item.Kind : $"{item.Group}/{item.Kind}";
        if (Places.TryGetValue(key, out var place))
            return new PodTemplate(item, place, Follow(item.Node, place), IsJudged: true);
        // A controller of somebody's own (an Argo Rollout, a Knative Service): its pods count where others look for them.
        var template = item.Spec["template"];
        return template["spec"]["containers"].Items.Count > 0 ? new PodTemplate(item, "spec.template", template, IsJudged: false) : null;
    }

    private static ManifestNode Follow(ManifestNode node, string path) =>
        ManifestPath.Steps(path).Aggregate(node, (current, step) => current[step.Key]);
}

/// <summary>A container of a pod.</summary>
/// <param name="Node">The container.</param>
/// <param name="Path">Where it is in the object.</param>
/// <param name="Kind">What it is for.</param>
internal sealed record PodContainer(ManifestNode Node, string Path, ContainerKind Kind)
{
    /// <summary>Its name.</summary>
    public string Name => Node["name"].Text ?? "";

    /// <summary>Its <c>securityContext</c>.</summary>
    public ManifestNode Security => Node["securityContext"];
}
