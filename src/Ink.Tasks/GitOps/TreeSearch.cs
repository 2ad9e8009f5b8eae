using System.Text;
using System.Text.RegularExpressions;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps;

/// <summary>Finds files of a commit by what they hold.</summary>
internal static partial class TreeSearch
{
    /// <summary>Path → file for every file whose path fits and that holds the text.</summary>
    /// <param name="work">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="pattern">A path, in which <c>*</c> stands for one segment.</param>
    /// <param name="text">The text, as it is.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public static async Task<IReadOnlyDictionary<string, TreeFile>> FindAsync(
        WorkRepository work, string commit, string pattern, string text, CancellationToken cancellationToken)
    {
        var fits = new Regex($"\\A{Regex.Escape(pattern).Replace(@"\*", "[^/]+", StringComparison.Ordinal)}\\z", RegexOptions.CultureInvariant);
        var folder = pattern[..pattern.IndexOf("/*", StringComparison.Ordinal)];
        var files = (await TreeListing.ReadAsync(work, commit, [folder], cancellationToken)).Where(file => fits.IsMatch(file.Key)).ToDictionary();
        if (files.Count == 0) return files;

        await FetchAsync(work, files.Values, cancellationToken);
        var result = await work.RunAsync(["grep", "-l", "-z", "-F", "-e", text, commit, "--", $":(glob){Special().Replace(pattern, "\\$0")}"], default, cancellationToken);
        // 1 is "none", which is an answer.
        if (result.ExitCode > 1)
            throw new InkException(ErrorCodes.GitOps, $"The GitOps repository '{work.Remote.Address}' cannot be searched: {result.Words}. Check the network, and try again.");
        // <commit> COLON <path>
        return result.Fields.Select(field => field[(commit.Length + 1)..]).ToDictionary(path => path, path => files[path], StringComparer.Ordinal);
    }

    // The tip came without contents, and git would fetch those it needs one by one: this is how it fetches several when it knows them
    // before. A server that does not let itself be asked for contents has sent them all, or is asked for each by git itself.
    private static Task<GitResult> FetchAsync(WorkRepository work, IEnumerable<TreeFile> files, CancellationToken cancellationToken) => work.RunAsync(
        ["-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--filter=blob:none", "--stdin", "origin"],
        Encoding.ASCII.GetBytes(string.Concat(files.Select(file => $"{file.Hash}\n"))),
        cancellationToken);

    [GeneratedRegex(@"[?\[\]]")]
    private static partial Regex Special();
}
