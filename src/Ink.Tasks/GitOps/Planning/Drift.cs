using System.Text;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps.Objects;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps.Planning;

/// <summary>
/// Says of files that were changed by hand which commit did it. The tip came without history, so some of it is fetched: commits, and of their
/// trees those along the files' paths. That is done only where there is such a file, and after the push.
/// </summary>
internal static class Drift
{
    // Most changes by hand are of today. The second look is the last.
    private static readonly int[] Depths = [20, 200];

    /// <summary>Full path → name of the content, of every file that Ink has noted the content of.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Noted(FullFolder folder, ReleaseFiles? release)
    {
        if (release is null) yield break;
        foreach (var (name, content) in release.Files)
        {
            if (content is not null) yield return KeyValuePair.Create($"{folder.Path}/{name}", content);
        }

        if (folder.Application is { } path && release.Application is { } application) yield return KeyValuePair.Create(path, application);
    }

    /// <summary>A warning for each file; where its commit is not found, without one.</summary>
    public static async Task<IReadOnlyList<GitOpsWarning>> DescribeAsync(WorkRepository work, string branchRef, string tip, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0) return [];
        var commits = await FindAsync(work, branchRef, tip, paths, cancellationToken);
        return [.. paths.Select(path => new GitOpsWarning(
            RuleCatalogue.ChangedByHand,
            $"'{path}' was changed by hand in the GitOps repository{(commits.TryGetValue(path, out var commit) ? $", in commit {commit}," : "")} since Ink last wrote it, and this deploy has put it back. Say in the source what it is for."))];
    }

    private static async Task<IReadOnlyDictionary<string, string>> FindAsync(WorkRepository work, string branchRef, string tip, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            for (var look = 0; look < Depths.Length && found.Count < paths.Count; look++)
            {
                var history = await ReadHistoryAsync(work, branchRef, tip, Depths[look], cancellationToken);
                var files = await new TreeWalk(work).FindAsync([.. history.Select(commit => commit.Name)], paths.Select(path => new PathPattern(path)), cancellationToken);
                foreach (var path in paths)
                {
                    var hashes = history.Select(commit => files[commit.Name].GetValueOrDefault(path)?.Hash).ToList();
                    var before = hashes.FindIndex(hash => hash != hashes[0]);
                    if (before > 0) found[path] = Describe(history[before - 1]);
                }
            }
        }
        catch (Exception error) when (error is InkException or WorkFault or IOException or UnauthorizedAccessException)
        {
            // The deploy has landed; who changed a file before is not worth failing it.
        }

        return found;
    }

    // Along the first parents: that is what the branch itself has been.
    private static async Task<List<(string Name, GitObject Commit)>> ReadHistoryAsync(WorkRepository work, string branchRef, string tip, int depth, CancellationToken cancellationToken)
    {
        // A server that cannot be asked for single trees sends those of these commits too, which differ little from one to the next.
        string[] filter = work.Way == 0 ? ["--filter=tree:0"] : [.. BranchTip.FilterOf(work.Way)];
        await work.FetchAsync([$"--depth={depth}", .. filter, "origin", $"+{branchRef}:refs/ink/history"], mentionsKnown: work.Way > 0, default, cancellationToken);
        var history = new List<(string, GitObject)>();
        for (var name = tip; name is not null && history.Count < depth;)
        {
            if (!(await work.ReadAsync([name], cancellationToken)).TryGetValue(name, out var commit)) break;
            history.Add((name, commit));
            name = TreeObject.Header(commit.Content, "parent").FirstOrDefault();
        }

        return history;
    }

    private static string Describe((string Name, GitObject Commit) commit)
    {
        var text = Encoding.UTF8.GetString(commit.Commit.Content);
        var author = TreeObject.Header(commit.Commit.Content, "author").First().Split(" <")[0];
        var subject = text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Split('\n')[0];
        return $"{commit.Name[..8]} \"{(subject.Length > 80 ? subject[..80] + "…" : subject)}\" by {author}";
    }
}
