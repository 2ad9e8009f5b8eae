using Ink.Manifests.Policy;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Policy;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Holds a folder of manifests, whoever wrote them, to the policy of an environment.</summary>
public sealed class CheckManifests : ProjectTask
{
    /// <summary><c>InkManifests</c>: a folder, or a file.</summary>
    [Required]
    public string Manifests { get; set; } = "";

    /// <summary>Folders that <see cref="Manifests"/> may be relative to; the first in which it is there counts.</summary>
    [Required]
    public string[] BaseDirectories { get; set; } = [];

    /// <summary><c>InkEnvironment</c>, which decides whether it is production.</summary>
    [Required]
    public string EnvironmentName { get; set; } = "";

    /// <summary><c>InkReport</c>, in full: where to write SARIF; empty for nowhere.</summary>
    public string ReportPath { get; set; } = "";

    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        var path = BaseDirectories.Select(folder => Path.GetFullPath(Path.Combine(folder, Manifests))).FirstOrDefault(Path.Exists)
            ?? throw new InkException(
                RuleCatalogue.MissingReference.Id,
                $"InkManifests: there is no \"{Manifests}\" in {string.Join(" or ", BaseDirectories.Distinct(StringComparer.Ordinal))}. Name a folder of manifests, or one file.");
        var context = ContextOf(ReadSettings(), EnvironmentName);
        if (PolicyProfiles.Problem(context) is { } problem)
            throw new InkException(RuleCatalogue.MissingReference.Id, problem);
        var files = ManifestFiles.Read(path);
        cancellationToken.ThrowIfCancellationRequested();

        var set = ManifestSet.OfFiles(files);
        var report = new PolicyReport(ReleasePolicy.JudgeForeign(set, context));
        var prefix = ManifestFiles.PrefixInRepository(path);
        WriteReport(report, ReportPath, entry => $"{prefix}{entry.Finding.File}");
        FailOn(LogFindings(report), "These manifests must not be applied");
        if (!Log.HasLoggedErrors)
            Conclude($"{PolicyReport.Words(set.Count, "object")} in {Manifests} checked: {report}");
        return Task.CompletedTask;
    }
}
