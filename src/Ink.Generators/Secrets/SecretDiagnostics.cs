using System.Collections.Immutable;
using System.Text;
using Ink.Model.Rules;
using Ink.Model.Secrets;
using Ink.Model.Secrets.Naming;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Secrets;

/// <summary>What the compiler and the editor say about a secret in source.</summary>
internal static class SecretDiagnostics
{
    /// <summary>The key, in a diagnostic's properties, of the name that the secret could have.</summary>
    public const string NameProperty = "SecretName";

    public static Diagnostic? Create(SecretFinding finding, Location location, string name, SecretWeights weights, bool isTest) => weights.Create(
        finding.Rule,
        finding.SeverityIn(isTest),
        location,
        ImmutableDictionary<string, string?>.Empty.Add(NameProperty, name),
        Message(finding, name));

    /// <summary>A variable's name for the secret: what its place calls it, else what it is.</summary>
    public static string NameFor(IEnumerable<string> names, SecretFinding finding)
    {
        var name = names.FirstOrDefault(candidate => candidate.Length > 0 && (SecretNames.IsSecret(candidate) || finding.Rule == RuleCatalogue.PasswordInAddress && candidate.IndexOf(' ') < 0));
        if (name is not null && name.IndexOf(':') > 0)
            return name.Replace(":", "__");
        var constant = Constant(name ?? (finding.Rule == RuleCatalogue.PasswordInAddress ? "ConnectionString" : finding.Format));
        return constant.Length == 0 || char.IsDigit(constant[0]) ? "SECRET" : constant;
    }

    private static string Message(SecretFinding finding, string name) => finding.Rule == RuleCatalogue.SecretVariable
        ? $"[EnvironmentVariable(\"{name}\")] writes a secret into the manifest, {finding.Shown}, where everyone sees it who can read the GitOps repository. Declare [assembly: Secret(\"{name}\")] in its place, put the value into the store, and replace it at its issuer: the history of the repository keeps it."
        : $"Secret in source: {finding.Format}, {finding.Shown}. Declare [assembly: Secret(\"{name}\")], read it from the configuration, and replace it at its issuer: the history of the repository keeps it.";

    // dbPassword, Db.Password and "GitHub token" → DB_PASSWORD, DB_PASSWORD, GIT_HUB_TOKEN.
    private static string Constant(string name)
    {
        var constant = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var isWord = c < 128 && char.IsLetterOrDigit(c);
            if (constant.Length > 0 && constant[constant.Length - 1] != '_' && (!isWord || (char.IsUpper(c) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))))
                constant.Append('_');
            if (isWord)
                constant.Append(char.ToUpperInvariant(c));
        }

        return constant.ToString().Trim('_').Replace("GIT_HUB", "GITHUB").Replace("GIT_LAB", "GITLAB").Replace("OPEN_AI", "OPENAI").Replace("NU_GET", "NUGET");
    }
}
