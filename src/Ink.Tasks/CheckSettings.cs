using Ink.Manifests.Reading;
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
public sealed class CheckSettings : ProjectTask
{
    /// <summary>The compiled assembly, whose model says what the project makes of rules.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The assembly's name.</summary>
    [Required]
    public string AssemblyName { get; set; } = "";

    /// <summary><c>InkEnvironment</c>, which decides on the policy.</summary>
    [Required]
    public string EnvironmentName { get; set; } = "";

    /// <summary>The settings files and the files that MSBuild evaluates.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var project = ReadSettings();
        var context = AppTask.ContextOf(project, EnvironmentName);
        var model = AssemblyModel.Read(AssemblyPath, AssemblyName).Model;
        // What names no profile is an error of the resolution.
        var weights = RuleSettings.Of(model, PolicyProfiles.Of(context) ?? PolicyProfile.Baseline);
        var suppressions = project.EnvironmentNames.Select(name => Suppressions.Of(model, name, context.Today)).ToList();

        var files = new SettingsFiles(new GitClient(RuleCatalogue.NoRepository.Id, Detail));
        foreach (var path in await files.SelectAsync(ProjectDirectory, Files.Select(file => file.ItemSpec), cancellationToken))
        {
            Detail($"looking for secrets in {path}");
            foreach (var finding in SettingsFile.Scan(path, await File.ReadAllTextAsync(path, cancellationToken)))
                Report(finding, path, weights, suppressions);
        }
    }

    // The file is of every environment, so it takes a suppression in all of them.
    private void Report(SettingsFinding finding, string path, RuleSettings weights, List<Suppressions> suppressions)
    {
        if (suppressions.All(suppression => suppression.Suppress(finding.Rule, null)))
        {
            Detail($"{path}: {finding.Rule.Id} is suppressed: {suppressions[0].ReasonFor(finding.Rule, null)}");
            return;
        }

        var end = suppressions.Select(suppression => suppression.EndOf(finding.Rule, null)).FirstOrDefault(end => end is not null);
        ReportAt(
            finding.Rule,
            weights.SeverityOf(finding.Rule with { DeploySeverity = finding.DeploySeverity }, atDeploy: true),
            path,
            (finding.Line, finding.Column),
            end is null ? finding.Message : Suppressions.Ended(finding.Message, end));
    }
}
