using System.Text.Json.Nodes;
using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What breaks the policy is told by InkRender, refused by InkCheck, and never gets past InkDeploy.</summary>
public sealed class PolicyScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Root = """
        patches:
        - target: { kind: Deployment, name: greeter }
          patch: |-
            - op: replace
              path: /spec/template/spec/securityContext/runAsUser
              value: 0
            - op: add
              path: /spec/template/spec/hostPID
              value: true

        """;

    private const string Service = """
        resources:
        - service.yaml

        """;

    private const string Lost = """
        apiVersion: v1
        kind: Service
        metadata:
          name: extra
          namespace: greeter
        spec:
          type: NodePort
          selector: { app: nothing }
          ports:
          - port: 80

        """;

    [Fact]
    public async Task A_service_that_an_overlay_breaks_is_not_deployed_and_its_image_not_made()
    {
        var workspace = (await NewBroken()).UseRegistry(await Bench.Registry);
        workspace.Properties["InkImageRepository"] = "policy/greeter";
        var gitOps = await workspace.UseGitOps();
        await workspace.Commit();

        var result = await workspace.Publish("InkDeploy", "InkEnvironment=production");

        result.Failed("INK4001").Says("found 4 errors").Says("Nothing was pushed").NeverSays("   at ");
        Assert.Equal(["INK1014", "INK2001", "INK2004", "INK2010", "INK2013", "INK4001"], result.Codes.Order(StringComparer.Ordinal));
        result.Says("error INK2001: deployment-greeter.yaml: Deployment/greeter: INK2001: the container \"web\" of Deployment \"greeter\" runs as root")
            .Says("error INK1014: service-extra.yaml: Service/extra: INK1014: Service \"extra\" selects no pod.")
            .Says("warning INK2010: service-extra.yaml: Service/extra: INK2010: ")
            .Says("(production)");
        Assert.Equal("INK4001", result.ErrorCodes[^1]);
        Assert.Empty(await gitOps.Branches());
        Assert.Empty(await (await Bench.Registry).Client.Tags("policy/greeter"));

        // An image is no deploy, and mended it goes through.
        File.Delete(workspace.PathOf("ink/kustomization.yaml"));
        File.Delete(workspace.PathOf("ink/production/kustomization.yaml"));
        await workspace.Commit();
        (await workspace.Publish("InkDeploy", "InkEnvironment=production")).Succeeded().NeverSays("INK");
        Assert.Equal(1, await gitOps.CountCommits());
    }

    [Fact]
    public async Task A_check_holds_every_environment_to_the_policy_without_git_or_network_and_a_render_only_warns()
    {
        var workspace = await NewBroken();

        var check = await workspace.Dotnet("build", "-t:InkCheck", "-p:InkReport=out/ink.sarif");
        check.Failed("INK4001")
            .Says("INK2001: the container \"web\" of Deployment \"greeter\" runs as root. Write runAsNonRoot: true and a numeric runAsUser above 0. (dev, staging, production)")
            .Says("Service \"extra\" selects no pod. Write labels that the pods have. (production)")
            .Says("Ink: environment  errors  warnings")
            .Says("Ink: dev               3         0")
            .Says("Ink: production        4         1");
        Assert.Empty(workspace.Files("bin/ink"));
        var results = JsonNode.Parse(workspace.Read("out/ink.sarif"))!["runs"]![0]!["results"]!.AsArray();
        Assert.Equal(["INK1014", "INK2001", "INK2004", "INK2010", "INK2013"], results.Select(result => (string?)result!["ruleId"]).Where(id => id != "INK1004").Order(StringComparer.Ordinal));

        (await workspace.Dotnet("build", "--no-restore", "-t:InkRender", "-p:InkEnvironment=production"))
            .Succeeded().Says("warning INK2001: deployment-greeter.yaml: Deployment/greeter: INK2001: ").NeverSays("INK4001");
        Assert.Contains("production/service-extra.yaml", workspace.Files("bin/ink"));

        (await workspace.Publish("InkCheck", "--no-restore", "InkPolicy=None")).Succeeded().Says("no findings");
        (await workspace.Dotnet("msbuild", "-t:InkCheck", "-p:InkPolicy=Strict")).Failed("INK4001").Says("error INK2010");
    }

    [Fact]
    public async Task Several_frameworks_and_a_solution_are_checked_too()
    {
        var version = (await Bench.Sdk).Version;
        var workspace = (await NewWorkspace())
            .Write("Some.sln", SolutionFile.Of("Till", "Contracts"))
            .Write("Till/Till.csproj", ProjectFile.Of(version, framework: "net8.0;net10.0"))
            .Write("Till/Program.cs", TillProgram.Web)
            .Write("Contracts/Contracts.csproj", ProjectFile.Of(version, sdk: "Microsoft.NET.Sdk"))
            .Write("Contracts/Order.cs", "public sealed record Order(int Id);\n");

        (await workspace.Dotnet("build", "Some.sln", "-t:InkCheck")).Succeeded().Says("checked for dev, staging, production").NeverSays("skips");
    }

    private async Task<Workspace> NewBroken() => Greeter.Write(await NewWorkspace("greeter"), (await Bench.Sdk).Version)
        .Write("ink/kustomization.yaml", Root)
        .Write("ink/production/kustomization.yaml", Service)
        .Write("ink/production/service.yaml", Lost);
}
