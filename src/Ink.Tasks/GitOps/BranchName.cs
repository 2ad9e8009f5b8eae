using Ink.Tasks.Errors;

namespace Ink.Tasks.GitOps;

/// <summary>Branch names, by the rules of git-check-ref-format(1), decided here to save a process.</summary>
internal static class BranchName
{
    /// <summary>The full name of the branch's ref.</summary>
    /// <exception cref="InkException">INK4003: git would refuse the name, or take it for an option or a refspec.</exception>
    public static string ToRef(string branch) => IsValid(branch)
        ? $"refs/heads/{branch}"
        : throw new InkException(ErrorCodes.GitOps, $"'{branch}' is not a valid branch name. Set InkGitOpsBranch to the branch that Argo CD follows, for example 'main'.");

    private static bool IsValid(string branch) =>
        branch.Length is > 0 and <= 250
        && !branch.StartsWith('-')
        && !branch.EndsWith('.')
        && branch != "@"
        && !branch.Contains("..", StringComparison.Ordinal)
        && !branch.Contains("@{", StringComparison.Ordinal)
        && !branch.Any(c => c <= ' ' || c == '\x7f' || "~^:?*[\\".Contains(c, StringComparison.Ordinal))
        && branch.Split('/').All(part => part.Length > 0 && !part.StartsWith('.') && !part.EndsWith(".lock", StringComparison.Ordinal));
}
