using System.Text.Json.Nodes;
using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>The first minute with Ink: a template, one package, one call, and not a word of configuration.</summary>
public sealed class NewcomerScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string GitOpsPath = "bin/ink/gitops.git";

    [Fact]
    public async Task A_new_web_project_deploys_to_an_archive_and_a_repository_beside_it()
    {
        var workspace = await NewWebProject();
        var commit = await workspace.Commit("Start");

        var deploy = (await workspace.Publish("InkDeploy")).Succeeded();

        var gitOps = GitRepository.Open(workspace.Shell, workspace.PathOf(GitOpsPath));
        // The image, and beside it the list of what is in it.
        Assert.Equal([$"my-first-shop-{commit}.cdx.json", $"my-first-shop-{commit}.tar"], workspace.Files("bin/ink/images"));
        var archive = workspace.PathOf($"bin/ink/images/my-first-shop-{commit}.tar");
        deploy
            .Says($"InkGitOpsUrl is not set: the GitOps repository is {gitOps.Path}")
            .Says($"InkRegistry is not set: the image is the archive {archive}");
        // What is left to say of an untouched template: how much it needs, and when it is ready.
        Assert.Equal(["INK1001", "INK1005"], deploy.Codes.Order(StringComparer.Ordinal));
        Assert.StartsWith($"Ink: my-first-shop {commit[..8]} → dev: image my-first-shop:{commit}@sha256:", deploy.Lines[^1], StringComparison.Ordinal);
        Assert.Equal([$"deploy(my-first-shop): {commit[..8]} to dev"], await gitOps.Log());

        var app = new DeployedApp(gitOps, "my-first-shop", "dev");
        var web = await app.Object("deployment-my-first-shop.yaml");
        Assert.Equal($"my-first-shop:{commit}@{await DigestOf(workspace, archive)}", web.Text("spec template spec containers 0 image"));
        // Nobody maps health endpoints in the template, and yet the pod has to become ready.
        Assert.Equal("http", web.Text("spec template spec containers 0 readinessProbe tcpSocket port"));
        Assert.Equal("8080", web.Text("spec template spec containers 0 ports 0 containerPort"));
        Assert.Equal(gitOps.Url, (await app.Application()).Text("spec source repoURL"));
    }

    [Fact]
    public async Task A_second_call_makes_nothing_anew_and_says_so()
    {
        var workspace = await NewWebProject();
        var commit = await workspace.Commit("Start");
        (await workspace.Publish("InkDeploy")).Succeeded();
        var gitOps = GitRepository.Open(workspace.Shell, workspace.PathOf(GitOpsPath));
        var head = await gitOps.Head();
        var image = await new DeployedApp(gitOps, "my-first-shop", "dev").Image("deployment-my-first-shop.yaml");

        var again = (await workspace.Publish("InkDeploy")).Succeeded();

        Assert.Equal(
            $"Ink: my-first-shop {commit[..8]} → dev: image {image} (an archive) was there already, GitOps repository unchanged at {head![..8]}",
            again.Lines[^1]);
        // Not even compiled.
        again.NeverSays("Building image").NeverSays("made just now").NeverSays("MyFirstShop.dll");
        Assert.Equal(head, await gitOps.Head());
    }

    [Fact]
    public async Task Build_output_that_was_committed_is_found_out_with_the_way_to_take_it_back()
    {
        var workspace = await NewWebProject();
        await workspace.Commit("Start");
        (await workspace.Publish("InkDeploy")).Succeeded();
        await workspace.Commit("All that was there, bin and obj as well");
        var gitOps = GitRepository.Open(workspace.Shell, workspace.PathOf(GitOpsPath));
        var head = await gitOps.Head();
        File.AppendAllText(workspace.PathOf("obj/Release/net10.0/MyFirstShop.AssemblyInfo.cs"), "// written by a build\n");

        var deploy = (await workspace.Publish("InkDeploy")).Failed("INK4007");

        deploy.Says("obj/Release/net10.0/MyFirstShop.AssemblyInfo.cs").Says("dotnet new gitignore").Says("git rm -r --cached");
        Assert.Equal(head, await gitOps.Head());

        (await workspace.Dotnet("new", "gitignore")).Succeeded();
        await workspace.Git("rm", "-r", "--quiet", "--cached", "bin", "obj");
        await workspace.Commit("No build output");
        (await workspace.Publish("InkDeploy")).Succeeded();
    }

    /// <summary><c>dotnet new web</c> and one line more. No .gitignore: the template brings none.</summary>
    private async Task<Workspace> NewWebProject()
    {
        var sdk = await Bench.Sdk;
        var workspace = await NewWorkspace("MyFirstShop");
        // The usual base image is out of reach here; everything else is as it comes.
        workspace.UseRegistry(await Bench.Registry).Properties.Remove("InkRegistry");
        File.Delete(workspace.PathOf(".gitignore"));
        (await workspace.Dotnet("new", "web", "--no-restore")).Succeeded();
        var project = workspace.Read("MyFirstShop.csproj");
        const string End = "</Project>";
        Assert.Contains(End, project, StringComparison.Ordinal);
        return workspace.Write("MyFirstShop.csproj", project.Replace(End, $"""
              <ItemGroup>
                <PackageReference Include="Ink.Sdk" Version="{sdk.Version}" PrivateAssets="all" />
              </ItemGroup>

            {End}
            """, StringComparison.Ordinal));
    }

    private static async Task<string> DigestOf(Workspace workspace, string archive)
    {
        var inspected = (await workspace.Shell.Run("skopeo", "inspect", $"oci-archive:{archive}")).Succeeded();
        return JsonNode.Parse(inspected.Output)!.Text("Digest")!;
    }
}
