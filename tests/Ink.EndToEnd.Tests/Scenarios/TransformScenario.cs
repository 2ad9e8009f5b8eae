using System.Text.Json.Nodes;
using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A platform team's code changes what is deployed, as docs/guide/transforms.md says.</summary>
public sealed class TransformScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string MarkAll = """
        foreach (var item in objects)
            item.SetLabel("marks", $"{context.Environment}-{item.GetLabel("acme.example/cost-centre")}");
        """;

    [SkippableFact]
    public async Task Transforms_of_a_package_and_of_a_project_change_what_is_deployed()
    {
        Schemas.SkipIfAbsent();
        var version = (await Bench.Sdk).Version;
        await Bench.Manifests;
        var platform = await NewWorkspace("platform");
        await TransformWorkspace.Pack(platform, version);

        var workspace = (await NewWorkspace())
            .WriteService(version, MarkAll, $"""<PackageReference Include="Acme.Platform" Version="{version}" PrivateAssets="all" />""")
            .Write("nuget.config", $"""<configuration><packageSources><add key="acme" value="{platform.PathOf("feed")}" /></packageSources></configuration>""")
            .UseRegistry(await Bench.Registry);
        workspace.Properties["InkImageRepository"] = "transform/shop";
        await workspace.Commit();
        var gitOps = await workspace.UseGitOps();

        (await workspace.Publish("InkDeploy", TransformWorkspace.Service, "InkEnvironment=production")).Succeeded().Says("Ink: shop ");

        var app = new DeployedApp(gitOps, "shop", "production");
        var objects = new Dictionary<string, JsonNode>();
        foreach (var file in (await app.Files()).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) && file != "kustomization.yaml"))
            objects.Add(file, await app.Object(file));
        Assert.All(objects.Values, item => Assert.Empty(Schemas.Validate(item)));
        // The project's transform came last, and saw what those of the package did.
        Assert.All(objects.Values, item => Assert.Equal("production-4711", item.Text("metadata labels marks")));

        var deployment = objects["deployment-shop.yaml"];
        Assert.Equal(["web", "proxy"], deployment.At("spec template spec containers")!.AsArray().Select(container => (string?)container!["name"]));
        Assert.Equal("4711", deployment.At("spec template metadata labels")!["acme.example/cost-centre"]!.ToString());
        Assert.Null(deployment.At("spec selector matchLabels")!["acme.example/cost-centre"]);
        Assert.Equal("proxy", objects["service-shop.yaml"].Text("spec ports 0 targetPort"));
        Assert.Equal("16.0.0.0 read", objects["serviceaccount-shop.yaml"].At("metadata annotations")!["acme.example/yaml"]!.ToString());
    }

    [Fact]
    public async Task A_transform_that_fails_names_itself_and_neither_image_nor_commit_is_made()
    {
        var version = (await Bench.Sdk).Version;
        await Bench.Manifests;
        var registry = await Bench.Registry;
        var workspace = (await NewWorkspace())
            .WriteService(version, SampleSecrets.Address("""throw new InvalidOperationException("no proxy for https:§//bot:hunter2@acme.example");"""))
            .UseRegistry(registry);
        workspace.Properties["InkImageRepository"] = "transform/failing";
        var commit = await workspace.Commit();
        var gitOps = await workspace.UseGitOps();

        var result = await workspace.Publish("InkDeploy", TransformWorkspace.Service);

        result.Failed("INK4015")
            .Says($"INK4015: The transform Marks.Mark ({workspace.PathOf("src/Marks/bin/Release/net10.0/Marks.dll")}) failed on shop (dev): InvalidOperationException: no proxy for https://***@acme.example")
            .NeverSays("hunter2").NeverSays("   at ");
        Assert.Equal(["INK4015"], result.ErrorCodes);
        Assert.Equal(0, await gitOps.CountCommits());
        using var client = new RegistryClient(registry.Host, null);
        Assert.Null(await client.DigestOf("transform/failing", commit));

        (await workspace.Publish("InkRender", TransformWorkspace.Service, "-v:d")).Failed("INK4015").Says("at Marks.Mark.Transform(").NeverSays("hunter2");
    }

    [Fact]
    public async Task Restore_and_build_know_nothing_of_transforms_and_a_render_builds_and_loads_them()
    {
        var version = (await Bench.Sdk).Version;
        await Bench.Manifests;
        var workspace = (await NewWorkspace()).WriteService(version, "this does not compile");

        (await workspace.Dotnet("build", TransformWorkspace.Service)).Succeeded().NeverSays("Marks");
        Assert.False(Directory.Exists(workspace.PathOf("src/Marks/obj")));
        (await workspace.Publish("InkRender", TransformWorkspace.Service)).Failed("CS1002").Says("Mark.cs");

        workspace.WriteTransform("src", MarkAll);
        (await workspace.Publish("InkRender", TransformWorkspace.Service, "-v:d")).Succeeded()
            .Says("AssemblyLoadContext: Marks.dll");
        (await workspace.Publish("InkRender", TransformWorkspace.Service, "--no-build", "-v:d")).Succeeded()
            .NeverSays("Building target \"CoreCompile\"").Says("AssemblyLoadContext: Marks.dll");
        Assert.Contains("marks: dev-", workspace.Read($"{TransformWorkspace.Service}/bin/ink/dev/service-shop.yaml"), StringComparison.Ordinal);

        // Without the item, the same eyes see nothing of the kind.
        workspace.Write($"{TransformWorkspace.Service}/Shop.csproj", ProjectFile.Of(version));
        (await workspace.Publish("InkRender", TransformWorkspace.Service, "-v:d")).Succeeded()
            .Says("Task \"RenderManifests\"").NeverSays("AssemblyLoadContext: Marks.dll").NeverSays("Marks.csproj");
    }

    [Fact]
    public async Task A_transform_that_is_built_anew_is_picked_up_by_the_same_MSBuild_process()
    {
        var version = (await Bench.Sdk).Version;
        await Bench.Manifests;
        var workspace = (await NewWorkspace()).WriteService(version, """objects[0].SetLabel("round", "one");""")
            .Write("twice.proj", """
                <Project>
                  <Target Name="Twice">
                    <MSBuild Projects="src/Shop/Shop.csproj" Targets="InkRender" Properties="Round=1;InkOutputPath=bin/one/" />
                    <PropertyGroup>
                      <Source>$([System.IO.File]::ReadAllText('src/Marks/Mark.cs').Replace('one', 'two'))</Source>
                    </PropertyGroup>
                    <WriteLinesToFile File="src/Marks/Mark.cs" Lines="$([MSBuild]::Escape('$(Source)'))" Overwrite="true" />
                    <MSBuild Projects="src/Shop/Shop.csproj" Targets="InkRender" Properties="Round=2;InkOutputPath=bin/two/" />
                  </Target>
                </Project>
                """);
        (await workspace.Dotnet("restore", TransformWorkspace.Service)).Succeeded();

        // One node: both rounds, and both copies of the transform, are in one process.
        (await workspace.Dotnet("msbuild", "twice.proj", "-t:Twice", "-m:1")).Succeeded();

        Assert.Contains("round: one", workspace.Read("src/Shop/bin/one/dev/serviceaccount-shop.yaml"), StringComparison.Ordinal);
        Assert.Contains("round: two", workspace.Read("src/Shop/bin/two/dev/serviceaccount-shop.yaml"), StringComparison.Ordinal);
    }
}
