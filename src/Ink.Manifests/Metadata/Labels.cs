using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Manifests.Metadata;

/// <summary>The labels that Ink sets ("Recommended Labels" in the Kubernetes documentation).</summary>
public static class Labels
{
    /// <summary>The application.</summary>
    public const string Name = "app.kubernetes.io/name";

    /// <summary>The workload within it.</summary>
    public const string Component = "app.kubernetes.io/component";

    /// <summary>The larger application it belongs to.</summary>
    public const string PartOf = "app.kubernetes.io/part-of";

    /// <summary>The tool that owns the object: <c>ink</c>.</summary>
    public const string ManagedBy = "app.kubernetes.io/managed-by";

    /// <summary>The source commit that runs.</summary>
    public const string Version = "app.kubernetes.io/version";

    /// <summary>The team that owns the application.</summary>
    public const string Team = "team";

    /// <summary>The labels of an object; those of a workload's object name the workload too.</summary>
    internal static Dictionary<string, string> Of(AppSpec app, WorkloadSpec? workload = null)
    {
        var labels = new Dictionary<string, string>(6)
        {
            [Name] = app.Name,
            [ManagedBy] = "ink",
            [PartOf] = app.PartOf,
        };
        if (workload is not null)
            labels[Component] = workload.Name;
        if (app.Team is { Length: > 0 } team)
            labels[Team] = team;
        return labels;
    }

    /// <summary>
    /// The labels of what runs the image. Only this carries the version, so that a deploy changes no file but the workloads'.
    /// </summary>
    internal static Dictionary<string, string> Of(AppSpec app, WorkloadSpec workload, ContainerImage image) => WithVersion(Of(app, workload), image);

    /// <summary>The labels of an object of the app that has to change with every deploy.</summary>
    internal static Dictionary<string, string> Of(AppSpec app, ContainerImage image) => WithVersion(Of(app), image);

    /// <summary>What selects a workload's pods. A controller's selector can never change, so it holds nothing that may.</summary>
    internal static Dictionary<string, string> Selector(AppSpec app, WorkloadSpec workload) =>
        new(2) { [Name] = app.Name, [Component] = workload.Name };

    private static Dictionary<string, string> WithVersion(Dictionary<string, string> labels, ContainerImage image)
    {
        labels[Version] = VersionValue(image.Version);
        return labels;
    }

    // A tag may be longer than a label value, and may begin with an underscore or end with a dot.
    private static string VersionValue(string version)
    {
        if (KubernetesName.IsLabelValue(version) && version.Length > 0)
            return version;

        var characters = version.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' ? character : '-');
        var value = Trimmed(string.Concat(characters));
        return value.Length == 0 ? "unknown" : value;
    }

    private static string Trimmed(string value)
    {
        var start = value.TrimStart('-', '_', '.');
        var cut = start.Length > KubernetesName.MaxLabelLength ? start[..KubernetesName.MaxLabelLength] : start;
        return cut.TrimEnd('-', '_', '.');
    }
}
