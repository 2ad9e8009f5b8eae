using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A service with config files and volumes, deployed and running.</summary>
public sealed class StorageScenario(ITestOutputHelper output) : Scenario(output)
{
    [SkippableFact]
    public async Task A_pod_finds_its_config_files_and_writes_to_its_volumes()
    {
        Schemas.SkipIfAbsent();
        var workspace = Library.Write(await NewWorkspace("library"), (await Bench.Sdk).Version).UseRegistry(await Bench.Registry);
        workspace.Properties["InkImageRepository"] = "storage/library";
        var gitOps = await workspace.UseGitOps();
        await workspace.Commit();
        (await workspace.Publish("InkDeploy")).Succeeded();

        var folder = workspace.Beside("exported");
        await gitOps.Export(folder);
        var app = Path.Combine(folder, "apps", Library.Name, "dev");
        var objects = YamlJson.ParseAll(await Kustomize.Build(workspace.Shell, app));
        Assert.All(objects, item => Assert.Empty(Schemas.Validate(item)));
        Assert.Single(objects, item => item.Text("kind") == "StatefulSet" && item.Text("spec serviceName") == "library-index-headless");

        // Those of all environments, for a promotion renders without the sources.
        var release = await new DeployedApp(gitOps, Library.Name, "dev").Release();
        Assert.Equal("{ \"Currency\": \"USD\" }\n", (string?)release.At("configFiles")!["config/dev.json"]!["text"]);
        Assert.Equal("{ \"Currency\": \"EUR\" }\n", (string?)release.At("configFiles")!["config/production.json"]!["text"]);

        string[] needed = [.. Directory.EnumerateFiles(app, "configmap-*.yaml"), Path.Combine(app, "persistentvolumeclaim-library-var-lib-library.yaml")];
        await using var pod = await Pod.Start(await Bench.Podman, Transcript, Path.Combine(app, "deployment-library.yaml"), new PodOptions { With = needed });
        await pod.Ready();

        Assert.Equal("USD", await pod.Get("/currency"));
        Assert.Equal("00FF0D0A", await pod.Get("/rules"));
        Assert.Equal("written", await Write(pod, "/var/cache/library/file"));
        Assert.Equal("written", await Write(pod, "/var/lib/library/file"));
        Assert.Contains("denied", await Write(pod, "/app/appsettings.Local.json"), StringComparison.Ordinal);
    }

    private static async Task<string> Write(Pod pod, string file)
    {
        using var response = await pod.Http.PostAsync(new Uri($"/write?file={file}", UriKind.Relative), content: null);
        return await response.Content.ReadAsStringAsync();
    }
}
