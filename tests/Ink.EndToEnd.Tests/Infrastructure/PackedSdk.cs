using System.Globalization;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// The package under test, packed once a run from the sources with a version nobody has, into a folder nobody knows: a
/// stale package cannot be picked up by mistake.
/// </summary>
internal sealed class PackedSdk : IDisposable
{
    private readonly TemporaryFolder _folder;

    private PackedSdk(TemporaryFolder folder, string version)
    {
        _folder = folder;
        Version = version;
    }

    public string Version { get; }

    /// <summary>A folder that is a package source.</summary>
    public string Feed => _folder.Combine("feed");

    public string Package => Path.Combine(Feed, $"Ink.Sdk.{Version}.nupkg");

    public static async Task<PackedSdk> Pack(Transcript transcript)
    {
        var folder = new TemporaryFolder("package");
        var stamp = DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var packed = new PackedSdk(folder, $"1.0.0-e2e.{stamp}.p{Environment.ProcessId}");
        try
        {
            var shell = new Shell(transcript, RepositoryRoot.Path, CommandEnvironment.Create(folder.Path));
            (await shell.Run("dotnet", "pack", "src/Ink.Sdk", "-o", packed.Feed, $"-p:Version={packed.Version}")).Succeeded();
            return File.Exists(packed.Package)
                ? packed
                : throw new InvalidOperationException($"'dotnet pack' made no {packed.Package}.\n\n{transcript.Text}");
        }
        catch
        {
            packed.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // Restoring it put a copy beside the user's own packages.
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var copy = Path.Combine(packages, "ink.sdk", Version);
        if (Directory.Exists(copy))
            Directory.Delete(copy, recursive: true);
        _folder.Dispose();
    }
}
