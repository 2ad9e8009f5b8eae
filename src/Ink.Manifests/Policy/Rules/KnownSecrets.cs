using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Secrets;

namespace Ink.Manifests.Policy.Rules;

/// <summary>The detectors of Ink.Model, asked about a text of a manifest.</summary>
internal static class KnownSecrets
{
    private const string Variables = "env[";

    /// <summary>What is secret in a text. That only its name says so is enough for a variable, as it is in source.</summary>
    public static IEnumerable<Breach> Scan(string name, string value, string path) =>
        (path.Contains(Variables, StringComparison.Ordinal) ? SecretScanner.ScanVariable(name, value) : SecretScanner.Scan(name, value))
            .Where(finding => finding.Rule != RuleCatalogue.LikelySecret && finding.DeploySeverity == finding.Rule.DeploySeverity)
            .Select(finding => new Breach(
                finding.Rule,
                path,
                $"{finding.Format} {finding.Shown} in {(name.Length == 0 ? path : name)}",
                "Declare it with [assembly: Secret], so that the cluster's secret store fills it in, and replace the credential: who reads the repository has it."));
}
