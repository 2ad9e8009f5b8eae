using System.Text.Json;
using Ink.Manifests.Reading;
using Ink.Model.Collections;
using Ink.Manifests.Transforms;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Specs;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

/// <summary>What a release carries of the project's files.</summary>
public sealed class ReleasedConfigFilesTests : IDisposable
{
    private static readonly ImageName Image = ImageName.From("", "shop", "1a2b", digest: null);

    private static readonly AppModel Model = new(
        "Shop",
        IsAspNetCore: true,
        MapsHealth: true,
        new EquatableArray<Declaration>([Declare("config/{environment}.json"), Declare("rules.bin") with { Environment = "production" }]));

    private readonly string _project = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public ReleasedConfigFilesTests()
    {
        Directory.CreateDirectory(Path.Combine(_project, "config"));
        File.WriteAllText(Path.Combine(_project, "config", "dev.json"), "{ \"dev\": \"<ä>\" }\r\n");
        File.WriteAllText(Path.Combine(_project, "config", "production.json"), "---\n\u0001\t🛒\n");
        File.WriteAllBytes(Path.Combine(_project, "rules.bin"), [0, 255, 10]);
    }

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Fact]
    public async Task Another_environment_is_rendered_from_it_without_the_sources()
    {
        var sources = new ProjectFiles(_project);
        var released = ReleasedConfigFiles.Of([Resolve("dev", sources).Draft, Resolve("production", sources).Draft]);
        var dev = await Render("dev", sources, released);

        using var json = JsonDocument.Parse(dev.Files[".ink/release.json"]);
        var model = ModelReader.Read(json.RootElement.GetProperty("model").GetRawText());
        var carried = ReleasedConfigFiles.Read(json.RootElement);
        var promoted = await Render("production", carried, carried, model);

        Assert.Equal((await Render("production", sources, released)).Files, promoted.Files);
        Assert.Equal(2, promoted.Files.Keys.Count(path => path.StartsWith("configmap-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_is_the_same_whatever_the_order_of_the_environments()
    {
        var sources = new ProjectFiles(_project);
        var (dev, production) = (Resolve("dev", sources).Draft, Resolve("production", sources).Draft);

        Assert.Equal(
            (await Render("dev", sources, ReleasedConfigFiles.Of([dev, production]))).Files[".ink/release.json"],
            (await Render("dev", sources, ReleasedConfigFiles.Of([production, dev]))).Files[".ink/release.json"]);
    }

    [Fact]
    public async Task An_app_without_config_files_has_nothing_of_them_in_its_release()
    {
        var release = await Render("dev", ReleasedConfigFiles.None, ReleasedConfigFiles.None, Model with { Declarations = default });

        Assert.DoesNotContain("configFiles", release.Files[".ink/release.json"], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(release.Files[".ink/release.json"]);
        Assert.IsType<ConfigFileReading.Missing>(ReleasedConfigFiles.Read(json.RootElement).Read("config/dev.json"));
    }

    [Fact]
    public void What_another_environment_lacks_is_that_ones_trouble()
    {
        File.Delete(Path.Combine(_project, "rules.bin"));
        var sources = new ProjectFiles(_project);
        var released = ReleasedConfigFiles.Of([Resolve("dev", sources).Draft, Resolve("production", sources).Draft]);

        Assert.IsType<ConfigFileReading.Found>(released.Read("config/production.json"));
        Assert.IsType<ConfigFileReading.Missing>(released.Read("rules.bin"));
    }

    private static async Task<Release> Render(string environment, IConfigFiles files, ReleasedConfigFiles carried, AppModel? model = null)
    {
        model ??= Model;
        var app = Assert.IsType<AppSpec>(Resolve(environment, files, model).Spec);
        var location = GitOpsLocation.From(new ResolutionContext(environment), "/output");
        using var transforms = new TransformSet([]);
        return await ReleaseRenderer.RenderAsync(
            app,
            new ResolutionContext(environment),
            new ReleaseModel(model, ModelJson.Write(model), carried),
            new SourceCommit("1a2b", "2026-01-02T03:04:05Z"),
            Image,
            location,
            transforms,
            new Overlays("/nowhere", new KustomizeProgram(_ => { })),
            CancellationToken.None);
    }

    private static ResolvedApp Resolve(string environment, IConfigFiles files, AppModel? model = null) =>
        AppResolver.Resolve(model ?? Model, new ResolutionContext(environment) { ConfigFiles = files });

    private static Declaration Declare(string path) => new("ConfigFile", new EquatableArray<Argument>([new Argument("Path", new ArgumentValue.Text(path))]));
}
