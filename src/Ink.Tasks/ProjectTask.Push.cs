using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps;
using Ink.Tasks.PullRequests;
using Ink.Tasks.Releases;

namespace Ink.Tasks;

/// <content>How releases get into the GitOps repository.</content>
public abstract partial class ProjectTask
{
    /// <summary>Makes the stand-in for a GitOps repository where the user names none.</summary>
    private protected async Task EnsureStandInAsync(GitOpsLocation location, CancellationToken cancellationToken)
    {
        if (location.IsLocal && await LocalGitOpsRepository.EnsureAsync(location.LocalPath!, location.Branch, Detail, cancellationToken))
            Say($"InkGitOpsUrl is not set: the GitOps repository is {location.LocalPath}, made just now.");
    }

    /// <summary>Pushes a release, unless something newer is deployed.</summary>
    private protected Task<GitOpsResult> PushAsync(Release release, ResolutionContext context, GitOpsLocation location, CancellationToken cancellationToken)
    {
        var order = OrderOf(context, ProjectDirectory, release.App, release.Environment, release.Source);
        return PushAsync(
            identity => release.ToChange(identity, DateTimeOffset.UtcNow, order), $"ink/{release.App}/{release.Environment}/{release.Source.Short}", context, location, cancellationToken);
    }

    /// <summary>Pushes a change to the branch of the location, or to one of its own with a pull request.</summary>
    /// <param name="changeBy">The change, by an identity.</param>
    /// <param name="branch">The branch for a pull request.</param>
    /// <param name="context">The environment.</param>
    /// <param name="location">Where to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private protected async Task<GitOpsResult> PushAsync(
        Func<CommitIdentity, GitOpsChange> changeBy, string branch, ResolutionContext context, GitOpsLocation location, CancellationToken cancellationToken)
    {
        var options = new GitOpsOptions { Budget = location.Budget, Sign = context.Flag(InkProperty.GitOpsSign), Log = Detail, Tell = Say };
        using var repository = Open(location, options);
        var change = changeBy(await repository.ResolveIdentityAsync(cancellationToken));
        if (PullRequestMode.From(context, repository.Address, location.Branch) is not { } mode)
            return await repository.PushAsync(change, cancellationToken);

        var request = mode.RequestOf(change, branch);
        var result = await repository.PushAsync(change, mode.HeadOf(request), cancellationToken);
        if (result.Branch is null)
            return result;
        Tell(await mode.OpenAsync(request, cancellationToken), branch, location.Branch);
        return result;
    }

    /// <summary>Says what became of a pull request: that it is open, or where to open it; INK4021 where the host did not.</summary>
    private protected void Tell(PullRequestOutcome outcome, string branch, string target)
    {
        if (outcome.Fault is { } fault)
            Warn(RuleCatalogue.PullRequestFailed, $"The branch '{branch}' is pushed, and its pull request could not be opened: {fault.TrimEnd('.')}. Open it at {outcome.Url}");
        else
            Say(outcome switch { { IsOpen: true } => $"pull request {outcome.Url}", { Url: { } url } => $"open the pull request at {url}", _ => $"open a pull request from '{branch}' to '{target}'; set InkGitOpsProvider for its address." });
    }

    /// <summary>The GitOps repository of a location.</summary>
    private protected GitOpsRepository Open(GitOpsLocation location) => Open(location, new GitOpsOptions { Budget = location.Budget, Log = Detail, Tell = Say });

    private protected IDeployOrder? OrderOf(ResolutionContext context, string directory, string app, string environment, SourceCommit source) =>
        context.Flag(InkProperty.AllowStale) ? null : new CommitOrder(new GitClient(ErrorCodes.GitOps, Detail), directory, app, environment, source);

    /// <summary>Warns of what was found beside the release.</summary>
    private protected void WarnOfFinds(GitOpsResult result)
    {
        foreach (var warning in result.Warnings)
            Warn(warning.Rule, warning.Text);
        foreach (var file in result.ForeignFiles)
            Warn(RuleCatalogue.ForeignFile, $"'{file}' in the GitOps repository was not written by Ink. It stays, and nothing refers to it. Say in the source what it is for, or remove it.");
    }

    /// <summary>What a push did, for the last line of a verb.</summary>
    private protected static string GitOpsStory(GitOpsResult result)
    {
        var files = $"({result.FilesChanged} {(result.FilesChanged == 1 ? "file" : "files")} changed)";
        return result switch
        {
            { Branch: { } branch } => $"GitOps branch {branch} at {result.Commit![..8]} {files}",
            { Commit: { } commit } => $"GitOps commit {commit[..8]} {files}",
            _ => $"GitOps repository unchanged at {result.Tip[..8]}",
        };
    }

    // The stand-in is on this disk already.
    private GitOpsRepository Open(GitOpsLocation location, GitOpsOptions options) =>
        new(location.Target, ProjectDirectory, location.IsLocal ? options with { Cache = null } : options);
}
