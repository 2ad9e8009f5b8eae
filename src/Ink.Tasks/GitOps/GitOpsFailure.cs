using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps;

/// <summary>
/// Turns git's refusal into a coded error with a remedy. The words of servers differ and change: they choose which advice
/// is given here, and never what is done.
/// </summary>
internal static class GitOpsFailure
{
    /// <summary>The repository could not be read or written.</summary>
    public static InkException Unreachable(RemoteUrl remote, GitResult result) => new(
        ErrorCodes.GitOps,
        $"The GitOps repository '{remote.Address}' cannot be reached or refuses access: {result.Words}. {Advice(remote, result.Error)}");

    /// <summary>The repository is there, and what is fetched from it is no good, or cannot be kept anywhere.</summary>
    public static InkException NoWork(RemoteUrl remote, string words) => new(
        ErrorCodes.GitOps,
        $"The GitOps repository '{remote.Address}' answers, and yet what a commit needs cannot be fetched into the temporary folder '{Path.GetTempPath()}': {words}. "
        + "Is its disk full? Does 'git clone --depth 1' of that address work? Nothing was changed.");

    /// <summary>The repository is there and has other branches.</summary>
    public static InkException NoBranch(RemoteUrl remote, string branch, IReadOnlyCollection<string> branches) => new(
        ErrorCodes.GitOps,
        $"The GitOps repository '{remote.Address}' has no branch '{branch}'"
        + (branches.Count == 0 ? "" : $" (it has {string.Join(", ", branches.Take(5).Select(name => $"'{name}'"))}{(branches.Count > 5 ? " …" : "")})")
        + $". Create it, for example with 'git push origin HEAD:{branch}', or set InkGitOpsBranch.");

    /// <summary>The branch stood still, and yet the server did not take the commit.</summary>
    public static InkException Refused(RemoteUrl remote, string branch, string words) => new(
        ErrorCodes.GitOps,
        $"The GitOps repository '{remote.Address}' did not take the commit on branch '{branch}': {words}. {Advice(remote, words)} Nothing was changed.");

    private static string Advice(RemoteUrl remote, string words)
    {
        if (Says("dubious ownership", "safe.directory"))
            return "The folder belongs to another user. If you trust it, run 'git config --global --add safe.directory <folder>'.";
        if (Says("protected branch", "hook declined", "pre-receive", "not allowed to push", "GH006", "TF402455"))
            return "A rule of the server keeps this account from pushing here: allow it on this branch, or set InkGitOpsBranch to another.";
        if (remote.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && Says("Authentication failed", "could not read Username", "could not read Password", "terminal prompts disabled", "403", "401", "not found"))
        {
            return "Give git credentials that may push there: a credential helper ('git config --global credential.helper …'), a token in CI, or an ssh address.";
        }

        if (Says("Permission denied (", "Host key verification failed", "publickey"))
            return "Check the ssh key ('ssh-add -l'), that its account may push there, and that the host is in known_hosts: nothing can be asked for during a build.";
        if (Says("Could not resolve host", "Failed to connect", "Connection refused", "timed out", "unable to access"))
            return "Check the host name, the network and the proxy, and InkGitOpsUrl.";
        return "Check InkGitOpsUrl, and that this account may read and push there.";

        bool Says(params string[] phrases) => phrases.Any(phrase => words.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }
}
