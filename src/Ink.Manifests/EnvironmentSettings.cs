namespace Ink.Manifests;

/// <summary>One of a project's environments: an <c>InkEnvironments</c> item.</summary>
/// <param name="Name">Its name.</param>
public sealed record EnvironmentSettings(string Name)
{
    /// <summary>
    /// Its metadata, names compared without case: placeholders of texts (<c>Domain</c> is <c>{domain}</c>), and settings that hold there
    /// alone (<c>Namespace</c> is <c>InkNamespace</c>).
    /// </summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
