using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps;

/// <summary>
/// The repository that stands in where no <c>InkGitOpsUrl</c> is set: a bare one in a folder, made on first use.
/// </summary>
internal static class LocalGitOpsRepository
{
    /// <summary>Makes the repository unless it is there. Safe against others who do the same at the same time.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="branch">The branch that its HEAD names, so that a clone checks it out.</param>
    /// <param name="log">Receives one line for each run of git.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>Whether this call made it.</returns>
    /// <exception cref="InkException">INK4003: the folder holds something else, or cannot be written.</exception>
    public static async Task<bool> EnsureAsync(string path, string branch, Action<string>? log, CancellationToken cancellationToken)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (IsRepository(path)) return false;
        if (Path.Exists(path)) throw new InkException(ErrorCodes.GitOps, $"'{path}' is in the way of the local GitOps repository and is not one. Move it, or set InkGitOpsUrl.");
        BranchName.ToRef(branch);

        // Made beside its place and moved there whole, so that no one ever sees half of one.
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Directory.CreateDirectory(draft);
            var git = new GitClient(ErrorCodes.GitOps, log);
            await RunAsync(git, draft, ["init", "--quiet", "--bare", "--template=", $"--initial-branch={branch}", draft], cancellationToken);
            // Lets pushes read trees without contents, as from the hosted servers.
            await RunAsync(git, draft, [$"--git-dir={draft}", "config", "uploadpack.allowFilter", "true"], cancellationToken);
            Directory.Move(draft, path);
            return true;
        }
        catch (IOException) when (IsRepository(path))
        {
            return false; // Another build was faster; its repository is as good.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InkException(ErrorCodes.GitOps, $"The local GitOps repository '{path}' cannot be made: {error.Message} Set InkGitOpsUrl or InkOutputPath.", error);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private static bool IsRepository(string path) =>
        File.Exists(Path.Combine(path, "HEAD")) && Directory.Exists(Path.Combine(path, "objects"));

    private static async Task RunAsync(GitClient git, string directory, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(new GitCall(directory, arguments), cancellationToken);
        if (!result.Succeeded) throw new InkException(ErrorCodes.GitOps, $"git could not make the local GitOps repository '{directory}': {result.Words}");
    }
}
