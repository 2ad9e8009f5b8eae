using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy;

/// <summary>Holds manifests to the policy.</summary>
public static class ManifestPolicy
{
    /// <summary>What is wrong with the manifests, by file, line and rule; those that are accepted among them. Bad input never throws.</summary>
    /// <param name="set">The manifests.</param>
    /// <param name="options">How to judge.</param>
    public static IReadOnlyList<PolicyFinding> Judge(ManifestSet set, PolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Context.Profile == PolicyProfile.None)
            return [];

        return
        [
            .. Unreadable(set, options)
                .Concat(ManifestRules.Judge(set, options.Context, options.SecretScan)
                    .Where(found => !IsToBePinned(found.Breach, found.Item, options))
                    .Select(found => Finding(found.Item, found.Breach, options)))
                .Where(finding => finding.Severity != RuleSeverity.None)
                .Select(finding => Suppressed(finding, options.Severities))
                .Distinct()
                .OrderBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
    }

    private static PolicyFinding Finding(ManifestObject item, Breach breach, PolicyOptions options) => new(
        breach.Rule,
        options.Severities.SeverityOf(breach.Rule),
        item.File,
        Math.Max(1, item.Node.Nearest(breach.Path).Line),
        item.Kind,
        item.Name,
        item.Namespace,
        breach.Path,
        $"{breach.Problem}. {breach.Remedy}",
        options.Environment);

    private static PolicyFinding Suppressed(PolicyFinding finding, IRuleSeverities severities)
    {
        if (severities.SuppressionOf(finding) is { } reason)
            return finding with { Suppression = reason };
        return severities.EndOfSuppression(finding) is { } end ? finding with { Message = Suppressions.Ended(finding.Message, end) } : finding;
    }

    private static IEnumerable<PolicyFinding> Unreadable(ManifestSet set, PolicyOptions options) => set.Unreadable.Select(file => new PolicyFinding(
        RuleCatalogue.UnreadableManifest,
        options.Severities.SeverityOf(RuleCatalogue.UnreadableManifest),
        file.File,
        file.Line,
        Kind: "",
        Name: "",
        Namespace: "",
        Path: "",
        file.IsTemplate
            ? $"a template, not YAML: {file.Reason}. Render it first (helm template), and name the folder with what comes of it."
            : $"not YAML: {file.Reason}. Correct the file.",
        options.Environment));

    // The image is made after the check, and its digest is known only then.
    private static bool IsToBePinned(Breach breach, ManifestObject item, PolicyOptions options) =>
        breach.Rule == RuleCatalogue.UnpinnedImage
        && options.ImageToBePinned is { } image
        && item.Node.Nearest(breach.Path).Text == image;
}
