using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A service's own test project renders its app with the package Ink.Manifests, as docs/guide/testing.md says.</summary>
public sealed class ServiceTestScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Program = """
        using Ink;

        [assembly: App("shop")]
        [assembly: Web(Environment = "production", Replicas = 3)]
        [assembly: Resources(Cpu = "100m", Memory = "128Mi")]
        [assembly: EnvironmentVariable("OWNER", "{owner}")]

        WebApplication.Create(args).Run();

        """;

    // What the service's project says and its assembly does not, with two frameworks and a transform.
    private const string Items = """
        <InkEnvironments Include="dev" Owner="storefront" />
        <InkEnvironments Include="production" Owner="storefront" />
        <InkManifestTransform Include="../Marks/Marks.csproj" />
        """;

    private const string Check = """

        public sealed class ProjectTests
        {
            [Fact]
            public void What_the_project_says_reaches_the_test()
            {
                var shop = System.Reflection.Assembly.Load("Shop");
                var dev = RenderedApp.FromAssembly(shop, "dev");
                var deployment = dev.The<V1Deployment>();
                Assert.Equal("storefront", deployment.Spec.Template.Spec.Containers[0].Env.Single(variable => variable.Name == "OWNER").Value);
                Assert.Equal("dev", deployment.Metadata.Labels["marked"]);
                Assert.Equal("shop:dev", deployment.Spec.Template.Spec.Containers[0].Image);
                Assert.EndsWith("Shop", ProjectSettings.Of(shop).Directory);
            }
        }

        """;

    [Fact]
    public async Task A_test_project_renders_its_service_and_holds_it_to_a_snapshot()
    {
        var version = (await Bench.Sdk).Version;
        await Bench.Manifests;
        var workspace = (await NewWorkspace())
            .Write("Shop/Shop.csproj", ProjectFile.Of(version, framework: "net8.0;net10.0", items: Items))
            .Write("Shop/Program.cs", Program)
            .WriteTransformProject(".", version, """foreach (var item in objects) item.SetLabel("marked", context.Environment);""")
            .Write("Shop.Tests/Shop.Tests.csproj", GuidePage.Block("testing.md", "Shop.Tests.csproj").Replace("Version=\"1.0.0\"", $"Version=\"{version}\"", StringComparison.Ordinal))
            .Write("Shop.Tests/ManifestTests.cs", GuidePage.Block("testing.md", "// ManifestTests.cs") + Check);

        // A first snapshot is accepted as it is, unless the machine says otherwise.
        workspace.Environment["SNAPSHOOTER_STRICT_MODE"] = null;
        (await workspace.Dotnet("test", "Shop.Tests")).Succeeded().Says("Passed:     4");
        var snapshot = workspace.Read("Shop.Tests/__snapshots__/production.snap");
        Assert.Contains("# deployment-shop.yaml", snapshot, StringComparison.Ordinal);
        Assert.Contains("replicas: 3", snapshot, StringComparison.Ordinal);
        Assert.Contains("value: storefront", snapshot, StringComparison.Ordinal);

        // What the project says changes, the assembly does not: the test is told, and nothing has to be cleaned.
        workspace.Write("Shop/Shop.csproj", workspace.Read("Shop/Shop.csproj").Replace("production\" Owner=\"storefront", "production\" Owner=\"checkout", StringComparison.Ordinal));
        var changed = await workspace.Dotnet("test", "Shop.Tests");
        Assert.NotEqual(0, changed.ExitCode);
        changed.Says("value: checkout").Says("Failed ManifestTests.Everything_else_is_as_it_was").Says("Passed:     3");

        workspace.Write("Shop/Shop.csproj", workspace.Read("Shop/Shop.csproj").Replace(" Owner=\"checkout\"", "", StringComparison.Ordinal));
        (await workspace.Dotnet("test", "Shop.Tests")).Says("RenderException : INK0012: ").Says("{owner} is unknown here").Says("(production)");

        // Nothing of the kind is part of the service.
        (await workspace.Dotnet("publish", "Shop", "-f", "net10.0", "-o", "published")).Succeeded();
        Assert.Contains("Shop.dll", workspace.Files("published"));
        Assert.DoesNotContain(workspace.Files("published"), file => file.EndsWith("ink.json", StringComparison.Ordinal));
    }
}
