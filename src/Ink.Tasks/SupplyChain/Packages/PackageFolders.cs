using System.Text.Json;

namespace Ink.Tasks.SupplyChain.Packages;

/// <summary>Where a restore has its packages unpacked: the folder of the user's and those that it falls back to.</summary>
/// <param name="assets">The root of the assets file.</param>
internal sealed class PackageFolders(JsonElement assets)
{
    private readonly string[] _folders = [.. assets.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    private readonly JsonElement _libraries = assets.GetProperty("libraries");

    /// <summary>The folder of a package, or <see langword="null"/> where it has been deleted.</summary>
    /// <param name="library">As the assets file names it, <c>Name/1.2.3</c>.</param>
    public string? Find(string library) =>
        _libraries.TryGetProperty(library, out var entry) && entry.TryGetProperty("path", out var path)
            ? _folders.Select(folder => Path.Combine(folder, path.GetString()!)).FirstOrDefault(Directory.Exists)
            : null;
}
