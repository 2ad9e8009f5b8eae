namespace Ink.Tasks.GitOps;

/// <summary>A folder that only this user can read, and that is gone with all it holds on disposal.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const int Tries = 3;

    /// <summary>The folder's full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("ink-").FullName;

    /// <inheritdoc />
    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
                {
                    // git writes its packs read-only, which Windows takes for a reason not to delete them.
                    if (OperatingSystem.IsWindows()) File.SetAttributes(file, FileAttributes.Normal);
                }

                Directory.Delete(Path, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A git that was just ended may write one more file while its folder is being emptied: try again. After
                // that it is a few kilobytes left in the temporary folder, no reason to fail a deploy that has landed.
                if (attempt == Tries) return;
            }
        }
    }
}
