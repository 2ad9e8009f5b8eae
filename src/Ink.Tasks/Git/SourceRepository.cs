using System.Globalization;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Git;

/// <summary>Reads what a deploy needs to know of the repository that the project's sources are in.</summary>
/// <param name="git">The git to ask; make it with <see cref="ErrorCodes.Source"/>.</param>
internal sealed class SourceRepository(GitClient git)
{
    private const int ShownFiles = 5;

    /// <summary>Reads the state of the whole repository around a project: three short runs of git, side by side.</summary>
    /// <param name="projectDirectory">The project's folder.</param>
    /// <param name="excludedFolders">Folders whose content never counts as a change, such as <c>InkOutputPath</c>; relative ones are relative to the project.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="InkException">INK4009: no repository, no commit, no git, or git does not trust the folder.</exception>
    public async Task<SourceState> ReadAsync(
        string projectDirectory, IEnumerable<string> excludedFolders, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(projectDirectory);
        // All untracked files, not folders: "src/" alone would not tell whether it holds anything but bin and obj.
        var status = git.RunAsync(
            new GitCall(directory, "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--no-ahead-behind"),
            cancellationToken);
        var log = git.RunAsync(
            new GitCall(directory, "log", "-1", "--no-show-signature", "--format=%ct", "HEAD"), cancellationToken);
        var settings = GitSettings.ReadAsync(git, directory, cancellationToken);
        await Task.WhenAll(status, log, settings);

        if (!(await status).Succeeded) throw Unreadable(directory, await status);
        // git has just found a repository from here.
        var root = WorkTree.RootOf(directory) ?? directory;
        var tree = WorkingTreeStatus.Parse((await status).Fields, [.. excludedFolders.Select(folder => RelativeTo(root, directory, folder)).OfType<string>()]);
        if (tree.Commit is not { } commit)
        {
            throw new InkException(
                ErrorCodes.Source,
                $"The git repository '{root}' has no commit yet, and the commit is what names the image. Run 'git add -A && git commit' there first.");
        }

        if (!(await log).Succeeded) throw Unreadable(directory, await log);
        var seconds = long.Parse((await log).Text.Trim(), CultureInfo.InvariantCulture);
        var remote = (await settings).RemoteOf(tree.Branch);
        return new SourceState(
            root,
            commit,
            DateTimeOffset.FromUnixTimeSeconds(seconds),
            tree.Branch,
            remote is null ? null : RemoteUrl.WithoutCredentials(remote),
            tree.Dirty.Count,
            [.. tree.Dirty.Take(ShownFiles)]);
    }

    private static string? RelativeTo(string root, string directory, string folder)
    {
        var relative = Path.GetRelativePath(root, Path.GetFullPath(folder, directory)).Replace('\\', '/').TrimEnd('/');
        var outside = relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        // The root itself would exclude every change there is, which no output folder can have meant.
        return outside || relative is "." or "" ? null : relative + "/";
    }

    private static InkException Unreadable(string directory, GitResult result)
    {
        if (result.Error.Contains("dubious ownership", StringComparison.Ordinal))
        {
            return new InkException(
                ErrorCodes.Source,
                $"git does not trust the repository around '{directory}', because its folder belongs to another user (usual in containers). "
                + $"If you trust it, run 'git config --global --add safe.directory <its top folder>'. git says: {result.Words}");
        }

        if (result.Error.Contains("not a git repository", StringComparison.Ordinal))
        {
            return new InkException(
                ErrorCodes.Source,
                $"'{directory}' is not in a git repository, and the commit is what names the image. "
                + "Run 'git init', 'git add -A' and 'git commit' in the folder of your solution; in CI, check that the sources are checked out and not just copied.");
        }

        return new InkException(ErrorCodes.Source, $"git cannot read the repository around '{directory}': {result.Words}. Run 'git status' there to see it.");
    }
}
