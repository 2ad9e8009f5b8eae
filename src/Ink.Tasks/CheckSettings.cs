using Ink.Model.Rules;
using Ink.Model.Secrets.Settings;
using Ink.Tasks.Git;
using Ink.Tasks.Settings;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Finds secrets in the files that configure the app and its build: INK3005 and INK3006. What the compiler warns of is an error here: the
/// settings go into the image, and what is committed stays in the history.
/// </summary>
public sealed class CheckSettings : InkTask
{
    /// <summary>The project's folder; the nuget.config files above it, up to the root of the repository, count as the project's.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The settings files and the files that MSBuild evaluates.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var files = new SettingsFiles(new GitClient(RuleCatalogue.NoRepository.Id, Detail));
        foreach (var path in await files.SelectAsync(ProjectDirectory, Files.Select(file => file.ItemSpec), cancellationToken))
        {
            Detail($"looking for secrets in {path}");
            foreach (var finding in SettingsFile.Scan(path, await File.ReadAllTextAsync(path, cancellationToken)))
                ReportAt(finding.Rule, finding.DeploySeverity, path, (finding.Line, finding.Column), finding.Message);
        }
    }
}
