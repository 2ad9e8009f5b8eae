using Ink.Manifests.Output;
using Ink.Manifests.Policy;
using Ink.Model.Policy;

namespace Ink.Manifests.Tests.Policy;

/// <summary>Judges manifests that tests write, and shows findings as "INK2001 path".</summary>
internal static class Judged
{
    /// <summary>A folder from anywhere.</summary>
    public static IReadOnlyList<PolicyFinding> Folder(params (string File, string Yaml)[] files) =>
        ManifestPolicy.Judge(ManifestSet.OfFiles(files.Select(file => new RenderedFile(file.File, file.Yaml))), PolicyOptions.Of(PolicyProfile.Baseline));

    /// <summary>A set that is all there is.</summary>
    public static IReadOnlyList<PolicyFinding> Release(string yaml, PolicyProfile profile = PolicyProfile.Baseline, bool isProduction = false) =>
        ManifestPolicy.Judge(ManifestSet.OfRelease([new RenderedFile("all.yaml", yaml)]), PolicyOptions.Of(profile, isProduction));

    /// <summary>The paths at which a rule is broken, for a set that is all there is.</summary>
    public static IReadOnlyList<string> Paths(string rule, string yaml, PolicyProfile profile = PolicyProfile.Baseline, bool isProduction = false) =>
        Release(yaml, profile, isProduction).PathsOf(rule);

    /// <summary>The paths of the findings of a rule.</summary>
    public static IReadOnlyList<string> PathsOf(this IEnumerable<PolicyFinding> findings, string rule) =>
        [.. findings.Where(finding => finding.Rule.Id == rule).Select(finding => finding.Path)];
}
