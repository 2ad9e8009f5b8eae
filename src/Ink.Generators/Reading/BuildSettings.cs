using Ink.Model.Collections;
using Ink.Model.Resolution;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Reading;

/// <summary>The MSBuild properties that Ink's props make visible to the compiler.</summary>
/// <param name="ProjectKind"><c>Service</c>, <c>Library</c>, <c>Test</c>, <c>Platform</c>, <c>Skipped</c>; <see langword="null"/> where unknown.</param>
/// <param name="AppName"><c>InkAppName</c>; <see langword="null"/> where unset.</param>
/// <param name="Policy"><c>InkPolicy</c>; <see langword="null"/> where unset.</param>
/// <param name="ContainerUser">The SDK's <c>ContainerUser</c>; <see langword="null"/> where unset.</param>
/// <param name="EnvironmentNames">The names of the <c>InkEnvironments</c> items; empty where unknown.</param>
internal sealed record BuildSettings(string? ProjectKind, string? AppName, string? Policy, string? ContainerUser, EquatableArray<string> EnvironmentNames)
{
    private const string Service = "Service";
    private const string Skipped = "Skipped";
    private const string Test = "Test";

    private static readonly string[] DefaultEnvironments = ["dev", "staging", "production"];

    public static BuildSettings Of(AnalyzerConfigOptions options) => new(
        Read(options, "InkProjectKind"),
        Read(options, InkProperty.AppName),
        Read(options, InkProperty.Policy),
        Read(options, "ContainerUser"),
        // Joined with commas: a semicolon begins a comment in the file that carries the properties.
        (Read(options, "InkEnvironmentNames") ?? "")
            .Split(',')
            .Select(name => name.Trim())
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray());

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
        var project = new Dictionary<string, string>(StringComparer.Ordinal);
        if (AppName is not null)
            project[InkProperty.AppName] = AppName;
        if (Policy is not null)
            project[InkProperty.Policy] = Policy;
        return new ResolutionContext(environment) { KnownEnvironments = EnvironmentNames, Project = project, KnowsAllMetadata = false };
    }

    private static string? Read(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue($"build_property.{property}", out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}
