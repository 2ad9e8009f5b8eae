using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Secrets.Settings;
using Ink.Tasks.Git;
using Ink.Tasks.Settings;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Finds secrets in the files that configure the app and its build: INK3005 and INK3006. What the compiler warns of is an error here, unless
/// the project says otherwise: the settings go into the image, and what is committed stays in the history.
/// </summary>
public sealed class CheckSettings : AssemblyTask
{
    /// <summary>The settings files and the files that MSBuild evaluates.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var project = ReadSettings();
        var context = ContextOf(project, EnvironmentName);
        var model = ReadAssembly().Model;
        // What names no profile is an error of the resolution.
        var weights = RuleSettings.Of(model, PolicyProfiles.Of(context) ?? PolicyProfile.Baseline);
        var suppressions = new CommonSuppressions([.. project.EnvironmentNames.Select(name => Suppressions.Of(model, name, context.Today))]);

        var files = new SettingsFiles(new GitClient(RuleCatalogue.NoRepository.Id, Detail));
        foreach (var path in await files.SelectAsync(ProjectDirectory, Files.Select(file => file.ItemSpec), cancellationToken))
        {
            Detail($"looking for secrets in {path}");
            foreach (var finding in SettingsFile.Scan(path, await File.ReadAllTextAsync(path, cancellationToken)))
                Report(finding, path, weights, suppressions);
        }
    }

    private void Report(SettingsFinding finding, string path, RuleSettings weights, CommonSuppressions suppressions)
    {
        if (suppressions.Suppress(finding.Rule))
        {
            Detail($"{path}: {finding.Rule.Id} is suppressed: {suppressions.ReasonFor(finding.Rule)}");
            return;
        }

        ReportAt(
            finding.Rule,
            weights.SeverityOf(finding.Rule with { DeploySeverity = finding.DeploySeverity }, atDeploy: true),
            path,
            (finding.Line, finding.Column),
            suppressions.Tell(finding.Rule, finding.Message));
    }
}
