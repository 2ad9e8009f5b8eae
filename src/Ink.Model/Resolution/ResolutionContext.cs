namespace Ink.Model.Resolution;

/// <summary>What resolution needs to know beside the model.</summary>
/// <param name="Environment">The environment to resolve for.</param>
public sealed record ResolutionContext(string Environment)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>The environment's metadata (<c>Account</c>, <c>Region</c>, <c>Domain</c> …), names compared without case.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = None;

    /// <summary>The environments of the project; empty where they are not known.</summary>
    public IReadOnlyCollection<string> KnownEnvironments { get; init; } = [];

    /// <summary>Properties given on the command line (<c>-p:InkNamespace=…</c>), by full name without case: they win over everything.</summary>
    public IReadOnlyDictionary<string, string> CommandLine { get; init; } = None;

    /// <summary>Properties of the project, by full name without case: they lose to attributes and win over Ink's defaults.</summary>
    public IReadOnlyDictionary<string, string> Project { get; init; } = None;

    /// <summary>The project's <c>InkLabel</c> items, in the order of their declaration.</summary>
    public IReadOnlyList<ProjectMetadata> Labels { get; init; } = [];

    /// <summary>The project's <c>InkAnnotation</c> items, in the order of their declaration.</summary>
    public IReadOnlyList<ProjectMetadata> Annotations { get; init; } = [];

    /// <summary>
    /// Whether the metadata is all there is. The compiler sees the environments' names but not their free metadata, so there a
    /// placeholder that is not known may still be fine.
    /// </summary>
    public bool KnowsAllMetadata { get; init; } = true;

    /// <summary>The day, UTC, by which suppressions end. It decides what is reported, never what is rendered.</summary>
    public DateTime Today { get; init; } = DateTime.UtcNow.Date;

    /// <summary>
    /// The files that <c>[ConfigFile]</c> names; <see langword="null"/> where they are not known. The compiler does not read them, so what is
    /// wrong with them is found when they are rendered.
    /// </summary>
    public IConfigFiles? ConfigFiles { get; init; }

    /// <summary>Whether the environment counts as production.</summary>
    public bool IsProduction =>
        Of(Metadata, "Production") is { } flag
            ? IsTrue(flag)
            : Environment == "production";

    /// <summary>
    /// A setting by the order of precedence: command line, attribute, the environment's metadata of that name without the prefix
    /// <c>Ink</c>, project. Empty values count as unset.
    /// </summary>
    public string? Setting(string property, string? attribute = null) =>
        Override(property) ?? (string.IsNullOrEmpty(attribute) ? null : attribute) ?? Default(property);

    /// <summary>Whether a setting is <c>true</c>, in any case.</summary>
    public bool Flag(string property) => IsTrue(Setting(property));

    /// <summary>What wins over every attribute.</summary>
    public string? Override(string property) => Of(CommandLine, property);

    /// <summary>What holds where no attribute says anything.</summary>
    public string? Default(string property) => Of(Metadata, property.Substring("Ink".Length)) ?? Of(Project, property);

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    // MSBuild compares the names of properties and metadata without case; a caller's dictionary may not.
    private static string? Of(IReadOnlyDictionary<string, string> values, string name)
    {
        if (!values.TryGetValue(name, out var value))
            value = values.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
