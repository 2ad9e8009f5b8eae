using System.Globalization;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps;
using Ink.Tasks.GitOps.Planning;

namespace Ink.Tasks.Releases;

/// <summary>
/// Newer wins: what is deployed may be replaced by its descendants. Asked of the repository of the sources, as far as it has the history; where
/// it has not, the times of the commits decide, and a warning says so.
/// </summary>
/// <param name="git">Runs git.</param>
/// <param name="directory">A folder of the repository of the sources, or one that is in none.</param>
/// <param name="app">The app, for messages.</param>
/// <param name="environment">The environment that is deployed to.</param>
/// <param name="ours">The commit that is being deployed.</param>
internal sealed class CommitOrder(GitClient git, string directory, string app, string environment, SourceCommit ours) : IDeployOrder
{
    private const string OnPurpose = "To go back on purpose, pass -p:InkAllowStale=true.";

    // The last judgement: where others move the branch, the same commit is asked about again and again.
    private (SourceCommit Deployed, GitOpsWarning? Warning)? _last;

    /// <inheritdoc/>
    public async Task<GitOpsWarning?> JudgeAsync(string commit, string commitTime, CancellationToken cancellationToken)
    {
        var deployed = new SourceCommit(commit, commitTime);
        if (_last?.Deployed != deployed)
            _last = (deployed, await JudgeAsync(deployed, cancellationToken));
        return _last.Value.Warning;
    }

    private async Task<GitOpsWarning?> JudgeAsync(SourceCommit deployed, CancellationToken cancellationToken)
    {
        if (ours.Hash.Length == 0 || deployed.Hash == ours.Hash || await IsAncestorAsync(deployed, ours, cancellationToken))
            return null;
        if (await IsAncestorAsync(ours, deployed, cancellationToken))
            throw Newer(deployed, $"descends from {ours.Short}");

        var (theirTime, ourTime) = (TimeOf(deployed), TimeOf(ours));
        if (theirTime > ourTime)
            throw Newer(deployed, $"is younger than {ours.Short} ({deployed.Time}, not {ours.Time}); that one descends from the other is not known to git here, as in a shallow clone or on another branch");
        return new GitOpsWarning(
            RuleCatalogue.UnknownOrder,
            $"Whether {ours.Short} is newer than {deployed.Short}, which was deployed to {environment}, git cannot tell here: the clone is shallow, or the two are of different branches. By time it is not older, so it was deployed. Check out more history.");
    }

    // An exit code of 128 says that a commit is not here, or that there is no repository: that is no answer, as is a "no" in a shallow clone.
    private async Task<bool> IsAncestorAsync(SourceCommit older, SourceCommit newer, CancellationToken cancellationToken) =>
        IsHash(older.Hash) && IsHash(newer.Hash)
        && (await git.RunAsync(new GitCall(directory, "merge-base", "--is-ancestor", older.Hash, newer.Hash), cancellationToken)).Succeeded;

    // What a file of a repository says becomes no option of a command.
    private static bool IsHash(string text) => text.Length is >= 40 and <= 64 && text.All(char.IsAsciiHexDigit);

    private static DateTimeOffset TimeOf(SourceCommit commit) =>
        DateTimeOffset.TryParse(commit.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;

    private InkException Newer(SourceCommit deployed, string why) => new(
        RuleCatalogue.NewerDeployed.Id,
        $"{app} {ours.Short} is not deployed to {environment}: {deployed.Short} is there, and it {why}. Nothing was pushed. Deploy the newest commit. {OnPurpose}");
}
