using Ink.Model.Collections;
using Ink.Model.Resolution;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Reading;

/// <summary>The MSBuild properties that Ink's props make visible to the compiler.</summary>
/// <param name="ProjectKind"><c>Service</c>, <c>Library</c>, <c>Test</c>, <c>Platform</c>, <c>Skipped</c>; <see langword="null"/> where unknown.</param>
/// <param name="Properties">Those of <see cref="InkProperty"/> that are set and that the compiler may see.</param>
/// <param name="EnvironmentNames">The names of the <c>InkEnvironments</c> items; empty where unknown.</param>
internal sealed record BuildSettings(string? ProjectKind, EquatableArray<BuildProperty> Properties, EquatableArray<string> EnvironmentNames)
{
    private const string Service = "Service";
    private const string Skipped = "Skipped";
    private const string Test = "Test";

    private static readonly string[] DefaultEnvironments = ["dev", "staging", "production"];

    public static BuildSettings Of(AnalyzerConfigOptions options) => new(
        Read(options, "InkProjectKind"),
        InkProperty.All
            .Select(property => new BuildProperty(property, Read(options, property) ?? ""))
            .Where(property => property.Value.Length > 0)
            .ToEquatableArray(),
        // Joined with commas: a semicolon begins a comment in the file that carries the properties.
        List(options, "InkEnvironmentNames", ','))
    {
        ReadyPaths = List(options, "_InkHealthReadyPaths", ' '),
        LivePaths = List(options, "_InkHealthLivePaths", ' '),
        StartupPaths = List(options, "_InkHealthStartupPaths", ' '),
        ContainerUser = Read(options, "ContainerUser"),
    };

    /// <summary>What <see cref="InkProperty.HealthReady"/> says, in the project and for each environment.</summary>
    public EquatableArray<string> ReadyPaths { get; init; }

    /// <summary>What <see cref="InkProperty.HealthLive"/> says.</summary>
    public EquatableArray<string> LivePaths { get; init; }

    /// <summary>What <see cref="InkProperty.HealthStartup"/> says.</summary>
    public EquatableArray<string> StartupPaths { get; init; }

    /// <summary>The SDK's <c>ContainerUser</c>; <see langword="null"/> where unset.</summary>
    public string? ContainerUser { get; init; }

    /// <summary>The declared environments, or those that a project has by default.</summary>
    public IReadOnlyList<string> EnvironmentsOrDefault => EnvironmentNames.Count > 0 ? EnvironmentNames : DefaultEnvironments;

    /// <summary>
    /// Whether the project is an app of Ink's. What MSBuild says wins, since it knows of tests and platforms. An app whose deploy is
    /// skipped still is one: its code calls <c>AddInk()</c> all the same.
    /// </summary>
    public bool IsApp(bool isLibrary) => ProjectKind is null ? !isLibrary : ProjectKind is Service or Skipped;

    /// <summary>Whether the project holds tests.</summary>
    public bool IsTest => ProjectKind is Test;

    /// <summary>What resolution needs to know for one environment.</summary>
    public ResolutionContext ContextOf(string environment)
    {
        var project = Properties.ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        return new ResolutionContext(environment) { KnownEnvironments = EnvironmentNames, Project = project, KnowsAllMetadata = false };
    }

    private static EquatableArray<string> List(AnalyzerConfigOptions options, string property, char separator) =>
        (Read(options, property) ?? "")
            .Split(separator)
            .Select(item => item.Trim())
            .Where(item => item.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();

    private static string? Read(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue($"build_property.{property}", out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}
