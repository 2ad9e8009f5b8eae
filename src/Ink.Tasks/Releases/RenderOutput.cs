using Ink.Tasks.GitOps.Planning;

namespace Ink.Tasks.Releases;

/// <summary>The folder that a render writes to: one folder an environment, and the Argo CD Applications beside them.</summary>
internal sealed class RenderOutput(string path)
{
    /// <summary>Writes a release; what an earlier render left there and this one no longer renders goes.</summary>
    public void Write(Release release)
    {
        var folder = Path.Combine(path, release.Environment);
        foreach (var stale in PreviousFiles(folder).Where(file => !release.Files.ContainsKey(file)))
            File.Delete(Path.Combine(folder, stale));
        foreach (var file in release.Files)
            WriteFile(Path.Combine(folder, file.Key), file.Value);
        WriteFile(Path.Combine(path, release.ApplicationPath), release.Application);
    }

    // Only what a release.json lists is Ink's to delete: the folder may be one that the user keeps other things in.
    private static IEnumerable<string> PreviousFiles(string folder)
    {
        var release = Path.Combine(folder, ReleaseJson.FileName);
        return File.Exists(release) ? ReleaseFiles.Parse(File.ReadAllText(release))?.Files.Keys ?? [] : [];
    }

    private static void WriteFile(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) || File.ReadAllText(path) != content)
            File.WriteAllText(path, content);
    }
}
