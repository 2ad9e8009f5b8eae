namespace Ink.Tasks.GitOps.Work;

/// <summary>A bare repository's folder as git lays it out (gitrepository-layout(5)), made without a process.</summary>
internal static class WorkLayout
{
    // Three files each. What one deploy adds is a handful of packs, and each is looked into for every object.
    private const int MostPackFiles = 450;

    /// <summary>Whether there is a repository that is worth going on with.</summary>
    public static bool IsUsable(string gitDirectory) =>
        File.Exists(Path.Combine(gitDirectory, "HEAD"))
        && new DirectoryInfo(Path.Combine(gitDirectory, "objects", "pack")) is { Exists: true } packs
        && packs.EnumerateFiles().Take(MostPackFiles + 1).Count() <= MostPackFiles;

    /// <summary>Makes an empty one in the place of whatever is there.</summary>
    public static void Make(string gitDirectory, string objectFormat)
    {
        Delete(gitDirectory);
        Directory.CreateDirectory(Path.Combine(gitDirectory, "objects", "pack"));
        Directory.CreateDirectory(Path.Combine(gitDirectory, "refs"));
        WriteConfig(gitDirectory, objectFormat);
        // Last: a repository without it is none.
        File.WriteAllText(Path.Combine(gitDirectory, "HEAD"), "ref: refs/heads/none\n");
    }

    /// <summary>
    /// Writes the configuration, the address not being in it. git-fetch(1) would note there that what is missing can be fetched, and then every
    /// command would fetch what it misses one by one.
    /// </summary>
    public static void WriteConfig(string gitDirectory, string objectFormat)
    {
        var config = Path.Combine(gitDirectory, "config");
        var text = objectFormat == "sha1"
            ? "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
            : $"[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = {objectFormat}\n";
        if (File.Exists(config) && File.ReadAllText(config) == text) return;
        // Put there whole: a git that runs may read it at any moment.
        var draft = $"{config}.{Guid.NewGuid():N}";
        File.WriteAllText(draft, text);
        File.Move(draft, config, overwrite: true);
    }

    /// <summary>
    /// Forgets commits that were fetched, but not their trees. A server that hears where a client's history ends works out what that spares, which
    /// takes it longer than sending one commit and a few trees.
    /// </summary>
    public static void ForgetTips(string gitDirectory)
    {
        File.Delete(Path.Combine(gitDirectory, "shallow"));
        var refs = Path.Combine(gitDirectory, "refs", "ink");
        if (Directory.Exists(refs)) Directory.Delete(refs, recursive: true);
    }

    /// <summary>The hash function of the repository.</summary>
    public static string ReadObjectFormat(string gitDirectory)
    {
        var config = Path.Combine(gitDirectory, "config");
        return File.Exists(config) && File.ReadAllText(config).Contains("sha256", StringComparison.Ordinal) ? "sha256" : "sha1";
    }

    /// <summary>Deletes a folder with all that is in it.</summary>
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows())
        {
            // git writes its packs read-only, which Windows takes for a reason not to delete them.
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
