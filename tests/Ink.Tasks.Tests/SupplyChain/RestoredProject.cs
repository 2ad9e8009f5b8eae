using System.Text.Json;
using System.Text.Json.Nodes;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Tests.SupplyChain;

/// <summary>A project as a restore leaves it: an assets file, and the packages that it names in a folder.</summary>
internal sealed class RestoredProject : IDisposable
{
    public const string Framework = "net10.0";

    private readonly TemporaryFolder _folder = new();
    private readonly JsonObject _targets = new() { [Framework] = new JsonObject() };
    private readonly JsonObject _libraries = [];
    private readonly JsonArray _direct = [];

    public string AssetsFile => Path.Combine(_folder.Path, "obj", "project.assets.json");

    public string Packages => Path.Combine(_folder.Path, "packages");

    /// <summary>Adds a package, in its folder too.</summary>
    /// <param name="name">Its id.</param>
    /// <param name="license">Elements of its nuspec.</param>
    /// <param name="assets">The one file that runs; <c>_._</c> for a package without.</param>
    /// <param name="dependencies">Ids of other packages.</param>
    /// <param name="direct">Whether the project refers to it.</param>
    /// <param name="runtime">The runtime identifier that it is for alone.</param>
    /// <param name="group">The group of <paramref name="assets"/>.</param>
    public RestoredProject Package(
        string name, string license = "", string assets = "lib.dll", string[]? dependencies = null, bool direct = true, string? runtime = null, string group = "runtime")
    {
        var path = $"{name.ToLowerInvariant()}/1.2.3";
        Add(name, new JsonObject { ["type"] = "package", [group] = new JsonObject { [$"lib/net8.0/{assets}"] = new JsonObject() } }, dependencies, direct, runtime);
        _libraries[$"{name}/1.2.3"] = new JsonObject { ["sha512"] = "AAAA", ["type"] = "package", ["path"] = path };
        var folder = Path.Combine(Packages, path);
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec"),
            $"<?xml version=\"1.0\"?>\n<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{name}</id><version>1.2.3</version>{license}</metadata></package>");
        File.WriteAllText(Path.Combine(folder, $"{name.ToLowerInvariant()}.1.2.3.nupkg.sha512"), HashOf(name));
        return this;
    }

    /// <summary>Adds a project that the project refers to.</summary>
    public RestoredProject Project(string name, params string[] dependencies)
    {
        Add(name, new JsonObject { ["type"] = "project", ["runtime"] = new JsonObject { [$"bin/placeholder/{name}.dll"] = new JsonObject() } }, dependencies, true, null);
        _libraries[$"{name}/1.0.0"] = new JsonObject { ["type"] = "project", ["path"] = $"../{name}/{name}.csproj" };
        return this;
    }

    public RestoredProject Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(AssetsFile)!);
        File.WriteAllText(AssetsFile, new JsonObject
        {
            ["version"] = 3,
            ["targets"] = _targets.DeepClone(),
            ["libraries"] = _libraries.DeepClone(),
            ["projectFileDependencyGroups"] = new JsonObject { [Framework] = _direct.DeepClone() },
            ["packageFolders"] = new JsonObject { [Path.Combine(_folder.Path, "elsewhere")] = new JsonObject(), [Packages] = new JsonObject() },
            ["project"] = new JsonObject { ["restore"] = new JsonObject { ["projectPath"] = Path.Combine(_folder.Path, "shop.csproj") } },
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return this;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The hash that NuGet leaves beside a package, in its form.</summary>
    public static string HashOf(string name) =>
        Convert.ToBase64String(System.Security.Cryptography.SHA512.HashData(System.Text.Encoding.UTF8.GetBytes(name)));

    private void Add(string name, JsonObject entry, string[]? dependencies, bool direct, string? runtime)
    {
        if (dependencies is { Length: > 0 })
            entry["dependencies"] = new JsonObject(dependencies.Select(dependency => KeyValuePair.Create(dependency, (JsonNode?)"1.2.3")));
        var version = (string?)entry["type"] == "project" ? "1.0.0" : "1.2.3";
        var target = runtime is null ? Framework : $"{Framework}/{runtime}";
        _targets[target] ??= new JsonObject();
        _targets[target]![$"{name}/{version}"] = entry;
        if (direct)
            _direct.Add($"{name} >= {version}");
    }
}
