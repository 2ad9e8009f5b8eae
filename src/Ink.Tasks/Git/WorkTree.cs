namespace Ink.Tasks.Git;

/// <summary>Finds the work tree of git that a folder is in.</summary>
internal static class WorkTree
{
    /// <summary>The top folder of the work tree; <see langword="null"/> for a folder that is in none.</summary>
    /// <remarks>
    /// The nearest <c>.git</c> (a file in worktrees and submodules) is in it. To ask git would resolve symbolic links, and paths given to us
    /// would no longer lie below it.
    /// </remarks>
    public static string? RootOf(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
                return folder.FullName;
        }

        return null;
    }
}
