using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A whole solution is deployed with one call, as docs/guide/solutions.md says.</summary>
public sealed class SolutionScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Worker = """
        var builder = Host.CreateApplicationBuilder(args);
        await builder.Build().RunAsync();

        """;

    [Fact]
    public async Task One_call_deploys_the_services_and_skips_the_rest_in_one_quiet_line_each()
    {
        var workspace = await NewSolution("Contracts", "Shop", "Mailer", "Shop.Tests", "Importer", "Retired");
        workspace.Write("Directory.Build.props", Reference((await Bench.Sdk).Version));
        await workspace.Commit();
        workspace.UseRegistry(await Bench.Registry);
        var gitOps = await workspace.UseGitOps();

        var result = await workspace.Publish("InkDeploy", "Some.sln", "-fl", "-flp:LogFile=bin/detailed.log;Verbosity=detailed");

        result.Succeeded().Says("Ink: shop ").Says("Ink: mailer ").NeverSays("skips").WarnsOfTheTemplateOnly();
        Assert.Equal(2, await gitOps.CountCommits());
        var files = await gitOps.Files();
        Assert.Equal(["apps/mailer", "apps/shop", "argocd/dev"], files.Select(file => string.Join('/', file.Split('/')[..2])).Distinct());
        Assert.Contains("apps/shop/dev/service-shop.yaml", files);
        Assert.Contains("apps/mailer/dev/deployment-mailer-worker.yaml", files);

        var skipped = workspace.Read("bin/detailed.log").Split('\n').Select(line => line.Trim())
            .Where(line => line.EndsWith("InkDeploy skips it.", StringComparison.Ordinal)).Select(line => line[line.IndexOf("Ink: ", StringComparison.Ordinal)..]);
        Assert.Equal(
            [
                "Ink: Contracts is no service (Library); InkDeploy skips it.", "Ink: Importer is no service (Skipped); InkDeploy skips it.",
                "Ink: Retired is no service (Skipped); InkDeploy skips it.", "Ink: Shop.Tests is no service (Test); InkDeploy skips it.",
            ],
            skipped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_a_project_does_without_Ink_a_filter_or_one_file_beside_the_solution_helps()
    {
        var version = (await Bench.Sdk).Version;
        var workspace = (await NewSolution("Shop", "Importer"))
            .Write("Shop/Shop.csproj", ProjectFile.Of(version));

        (await workspace.Dotnet("build", "Some.sln", "-t:InkRender")).Failed("MSB4057").Says("Importer.csproj");

        workspace.Write("Services.slnf", """{ "solution": { "path": "Some.sln", "projects": [ "Shop\\Shop.csproj" ] } }""");
        (await workspace.Dotnet("build", "--no-restore", "Services.slnf", "-t:InkRender")).Succeeded().Says("Ink: shop rendered for dev");

        workspace.Write("Directory.Solution.targets", GuidePage.Block("solutions.md", "beside the solution: calls Ink's targets"));
        var result = await workspace.Publish("InkRender", "Some.sln", "InkEnvironment=production");
        result.Succeeded().Says("Ink: shop rendered for production");
        Assert.Single(result.Lines, line => line.EndsWith("/Shop.dll", StringComparison.Ordinal));

        // A service's failure is still the solution's.
        (await workspace.Dotnet("build", "--no-restore", "Some.sln", "-t:InkRender", "-p:InkEnvironment=nowhere")).Failed("INK4008").NeverSays("MSB4057");
    }

    [Fact]
    public async Task A_batch_is_one_commit_of_all_services_or_none_at_all()
    {
        var workspace = await NewSolution("Shop", "Mailer");
        workspace.Write("Directory.Build.props", Reference((await Bench.Sdk).Version));
        workspace.Write(".gitignore", "bin/\nobj/\n");
        await workspace.Commit();
        workspace.UseRegistry(await Bench.Registry);
        var gitOps = await workspace.UseGitOps();

        // Nobody would push it.
        (await workspace.Publish("InkDeploy", "Some.sln", "InkBatch=true")).Failed("INK4003").Says("Directory.Solution.targets");

        workspace.Write("Directory.Solution.targets", GuidePage.Block("solutions.md", "InkDeploy with InkBatch=true pushes one commit"));
        await workspace.Commit();
        (await workspace.Publish("InkDeploy", "Some.sln", "InkBatch=true")).Succeeded();

        Assert.Equal(1, await gitOps.CountCommits());
        Assert.StartsWith("deploy(mailer, shop): ", (await gitOps.Log())[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(workspace.PathOf("obj/ink-batch")));

        workspace.Write("Mailer/Program.cs", "[assembly: Ink.Resources(Cpu = \"two\")]\n" + Worker);
        workspace.Write("Shop/Program.cs", "WebApplication.Create().Run();\n");
        await workspace.Commit();
        (await workspace.Publish("InkDeploy", "Some.sln", "InkBatch=true")).Failed("INK0003");
        Assert.Equal(1, await gitOps.CountCommits());
    }

    private static string Reference(string version) => $"""
        <Project>
          <ItemGroup>
            <PackageReference Include="Ink.Sdk" Version="{version}" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    private async Task<Workspace> NewSolution(params string[] projects)
    {
        var workspace = await NewWorkspace();
        workspace.Write("Some.sln", SolutionFile.Of(projects));
        foreach (var project in projects)
        {
            var (file, program) = project switch
            {
                "Shop" => (ProjectFile.Plain(), "WebApplication.Create(args).Run();\n"),
                "Mailer" => (Project("Microsoft.NET.Sdk.Worker", "", """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" />"""), Worker),
                "Contracts" => (ProjectFile.Plain("Microsoft.NET.Sdk"), "public sealed record Order(int Id);\n"),
                "Shop.Tests" => (Project("Microsoft.NET.Sdk", "", """<PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" /><ProjectReference Include="../Contracts/Contracts.csproj" />"""), ""),
                "Importer" => (Project("Microsoft.NET.Sdk", "<OutputType>Exe</OutputType><IsPublishable>false</IsPublishable>"), "Console.WriteLine();\n"),
                _ => (Project("Microsoft.NET.Sdk.Web", "<InkSkip>true</InkSkip>"), "WebApplication.Create(args).Run();\n"),
            };
            workspace.Write($"{project}/{project}.csproj", file).Write($"{project}/Program.cs", program);
        }

        return workspace;
    }

    private static string Project(string sdk, string properties, string items = "") =>
        ProjectFile.Plain(sdk).Replace("</Project>", $"<PropertyGroup>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>", StringComparison.Ordinal);
}
