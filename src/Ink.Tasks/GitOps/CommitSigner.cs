using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>
/// Signs a commit by making it once more with git-commit-tree(1), which fast-import cannot: by OpenPGP, X.509 or ssh, whatever the user's git is
/// set up for.
/// </summary>
internal static class CommitSigner
{
    /// <summary>The signed commit.</summary>
    /// <exception cref="InkException">INK4003: it could not be signed.</exception>
    public static async Task<string> SignAsync(WorkRepository work, string commit, string? tip, GitOpsChange change, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string?>();
        Add("AUTHOR", change.Identity.Author);
        Add("COMMITTER", change.Identity.Committer);
        string[] parent = tip is null ? [] : ["-p", tip];
        var result = await work.RunAsync(["commit-tree", "-S", .. parent, "-F", "-", $"{commit}^{{tree}}"], variables, Encoding.UTF8.GetBytes(change.Message), cancellationToken);
        return result.Succeeded ? result.Text.Trim() : throw new InkException(
            ErrorCodes.GitOps,
            $"The commit for the GitOps repository could not be signed: {result.Words}. Does 'git commit -S' work in the project's folder? See user.signingKey and gpg.format, or unset InkGitOpsSign. Nothing was pushed.");

        void Add(string role, Identity identity)
        {
            variables[$"GIT_{role}_NAME"] = identity.Name;
            variables[$"GIT_{role}_EMAIL"] = identity.Email;
            variables[$"GIT_{role}_DATE"] = CommitWriter.When(change.Time);
        }
    }
}
