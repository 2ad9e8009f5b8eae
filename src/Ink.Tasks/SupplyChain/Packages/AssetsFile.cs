using System.Text.Json;
using Ink.Model.Rules;
using Ink.Tasks.Errors;

namespace Ink.Tasks.SupplyChain.Packages;

/// <summary>Reads <c>obj/project.assets.json</c>, in which NuGet writes down what a restore chose.</summary>
internal static class AssetsFile
{
    // What may hold files that are copied beside the app; the other groups (compile, build …) are for the compiler and for MSBuild.
    private static readonly string[] RuntimeGroups = ["runtime", "native", "runtimeTargets", "resource"];

    /// <summary>The graph of one target framework, over all runtime identifiers that it was restored for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frameworks">The names that the framework may have in it: the project's own and the full one.</param>
    /// <param name="runtimes">The runtime identifiers of the image. One that the restore knows nothing of needs nothing of its own.</param>
    /// <exception cref="InkException">INK4017: there is no such file, or it is of another form.</exception>
    public static RestoredGraph Read(string path, IReadOnlyList<string> frameworks, IReadOnlyList<string> runtimes)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var targets = json.RootElement.GetProperty("targets");
            var framework = frameworks.FirstOrDefault(name => targets.TryGetProperty(name, out _))
                ?? throw Unusable(path, $"it was restored for another framework than {frameworks[0]}");
            var chosen = runtimes.Select(runtime => $"{framework}/{runtime}").Where(name => targets.TryGetProperty(name, out _)).Prepend(framework);
            // With a runtime identifier the target without it is restored too, and has no more than the others.
            return new RestoredGraph(
                Merge(chosen.Select(name => targets.GetProperty(name)), new PackageFolders(json.RootElement)),
                Direct(json.RootElement.GetProperty("projectFileDependencyGroups"), framework));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, error.Message.TrimEnd('.'), error);
        }
    }

    private static Dictionary<string, RestoredLibrary> Merge(IEnumerable<JsonElement> targets, PackageFolders folders)
    {
        var all = new Dictionary<string, RestoredLibrary>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in targets.SelectMany(target => target.EnumerateObject()))
        {
            var library = Read(property, folders);
            if (all.TryGetValue(library.Name, out var other))
            {
                library = library with
                {
                    HasRuntimeAssets = library.HasRuntimeAssets || other.HasRuntimeAssets,
                    Dependencies = [.. library.Dependencies.Union(other.Dependencies, StringComparer.OrdinalIgnoreCase)],
                };
            }

            all[library.Name] = library;
        }

        return all;
    }

    private static RestoredLibrary Read(JsonProperty library, PackageFolders folders)
    {
        // "Name/1.2.3"; neither part can hold a slash.
        var slash = library.Name.IndexOf('/', StringComparison.Ordinal);
        var isPackage = library.Value.GetProperty("type").GetString() == "package";
        return new RestoredLibrary(
            library.Name[..slash],
            library.Name[(slash + 1)..],
            isPackage ? folders.Find(library.Name) : null,
            isPackage,
            RuntimeGroups.Any(group => HasFiles(library.Value, group)),
            library.Value.TryGetProperty("dependencies", out var dependencies) ? [.. dependencies.EnumerateObject().Select(dependency => dependency.Name)] : []);
    }

    // "_._" stands for "nothing on purpose".
    private static bool HasFiles(JsonElement library, string group) =>
        library.TryGetProperty(group, out var files) && files.EnumerateObject().Any(file => Path.GetFileName(file.Name) != "_._");

    // "Name >= 1.2.3"
    private static List<string> Direct(JsonElement groups, string framework) =>
        groups.TryGetProperty(framework, out var group) ? [.. group.EnumerateArray().Select(line => line.GetString()!.Split(' ')[0])] : [];

    private static InkException Unusable(string path, string why, Exception? inner = null) => new(
        RuleCatalogue.SupplyChainFailed.Id,
        $"The SBOM is made of {path}, and that cannot be used: {why}. Restore the project ('dotnet restore'), or turn the SBOM off with -p:InkSbom=false.",
        inner);
}
