using Ink.Tasks.Errors;

namespace Ink.Tasks.GitOps;

/// <summary>One file of a tree.</summary>
/// <param name="Mode">Its mode in octal, as git writes it: 100644 for a plain file.</param>
/// <param name="Hash">The hash of its content.</param>
internal sealed record TreeFile(string Mode, string Hash);

/// <summary>Lists files of a commit below a few paths; only the trees on the way to them are read.</summary>
internal static class TreeListing
{
    // Well below the smallest limit on the length of a command line (32 KiB, Windows).
    private const int ArgumentBudget = 16_000;

    /// <summary>Path → file for every file at or below one of the paths.</summary>
    public static async Task<IReadOnlyDictionary<string, TreeFile>> ReadAsync(
        WorkRepository work, string commit, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, TreeFile>(StringComparer.Ordinal);
        foreach (var batch in Batches(paths))
        {
            var result = await work.RunAsync(["ls-tree", "-r", "-z", "--full-tree", commit, "--", .. batch], default, cancellationToken);
            if (!result.Succeeded)
                throw new InkException(ErrorCodes.GitOps, $"The tree of the GitOps commit {commit} cannot be read: {result.Words}. Run 'git fsck' in that repository.");

            foreach (var entry in result.Fields)
            {
                // <mode> SP <type> SP <hash> TAB <path>
                var tab = entry.IndexOf('\t', StringComparison.Ordinal);
                var head = entry[..tab].Split(' ');
                files[entry[(tab + 1)..]] = new TreeFile(head[0], head[2]);
            }
        }

        return files;
    }

    private static IEnumerable<List<string>> Batches(IEnumerable<string> paths)
    {
        var batch = new List<string>();
        var length = 0;
        foreach (var path in paths)
        {
            if (length + path.Length > ArgumentBudget)
            {
                yield return batch;
                batch = [];
                length = 0;
            }

            batch.Add(path);
            length += path.Length * 3; // In UTF-8 at most.
        }

        if (batch.Count > 0) yield return batch;
    }
}
