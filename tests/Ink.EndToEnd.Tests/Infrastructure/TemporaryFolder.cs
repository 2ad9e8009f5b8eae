namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>A new folder in the system's temporary folder: outside the repository, so that none of its settings leak in.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string purpose) =>
        Path = Directory.CreateTempSubdirectory($"ink-e2e-{purpose}-").FullName;

    public string Path { get; }

    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        if (!Directory.Exists(Path))
            return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A compiler server may still be writing; the system empties its temporary folder by itself.
        }
    }
}
