namespace Ink.Manifests.Policy.Reading;

/// <summary>A Kubernetes object of a file.</summary>
/// <param name="File">The file, as findings name it.</param>
/// <param name="Node">The object.</param>
/// <param name="IsInList">Whether it is an item of a List, so that a path in the file begins elsewhere.</param>
internal sealed record ManifestObject(string File, ManifestNode Node, bool IsInList = false)
{
    /// <summary>The API version: <c>apps/v1</c>.</summary>
    public string ApiVersion { get; } = Node["apiVersion"].Text ?? "";

    /// <summary>The kind.</summary>
    public string Kind { get; } = Node["kind"].Text ?? "";

    /// <summary>The name; that which it is generated from, where it has none of its own; else empty.</summary>
    public string Name { get; } = Node["metadata"]["name"].Text ?? Node["metadata"]["generateName"].Text ?? "";

    /// <summary>The namespace; empty where it names none.</summary>
    public string Namespace { get; } = Node["metadata"]["namespace"].Text ?? "";

    /// <summary>The API group; empty for the core one.</summary>
    public string Group { get; } = Node["apiVersion"].Text is { } version && version.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? version[..slash] : "";

    /// <summary>Its spec.</summary>
    public ManifestNode Spec => Node["spec"];

    /// <summary>Its metadata.</summary>
    public ManifestNode Metadata => Node["metadata"];

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels => Metadata["labels"].TextFields;

    /// <summary>The folder of its file.</summary>
    public string Folder => File.LastIndexOf('/') is >= 0 and var slash ? File[..slash] : "";

    /// <summary>The name together with the kind, as findings write it.</summary>
    public string Display => $"{Kind}/{Name}";

    /// <summary>Whether it is of a kind of Kubernetes itself, or of one of the named groups.</summary>
    public bool Is(string group, string kind) => Kind == kind && Group == group;
}
