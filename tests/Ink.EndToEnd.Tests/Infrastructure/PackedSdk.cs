using System.Globalization;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// The package under test, packed once a run from the sources with a version nobody has, into a folder nobody knows: a
/// stale package cannot be picked up by mistake.
/// </summary>
internal sealed class PackedSdk : IDisposable
{
    // The last is what a platform team's scenario packs, with the same version.
    private static readonly string[] Packages = ["ink.sdk", "ink.manifests", "acme.platform"];

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
            await packed.Pack(transcript, "Ink.Sdk");
            return packed;
        }
        catch
        {
            packed.Dispose();
            throw;
        }
    }

    /// <summary>Packs Ink.Manifests too, with the same version into the same feed.</summary>
    public Task PackManifests(Transcript transcript) => Pack(transcript, "Ink.Manifests");

    private async Task Pack(Transcript transcript, string project)
    {
        var shell = new Shell(transcript, RepositoryRoot.Path, CommandEnvironment.Create(_folder.Path));
        (await shell.Run("dotnet", "pack", $"src/{project}", "-o", Feed, $"-p:Version={Version}")).Succeeded();
        var package = Path.Combine(Feed, $"{project}.{Version}.nupkg");
        if (!File.Exists(package))
            throw new InvalidOperationException($"'dotnet pack' made no {package}.\n\n{transcript.Text}");
    }

    public void Dispose()
    {
        // Restoring them put copies beside the user's own packages.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var copy in Packages.Select(package => Path.Combine(cache, package, Version)).Where(Directory.Exists))
            Directory.Delete(copy, recursive: true);
        _folder.Dispose();
    }
}
