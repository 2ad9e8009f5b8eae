using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>
/// Restore, build and design-time build of a service run no git and open no socket. That the informational version holds the commit is
/// the .NET SDK's SourceLink, which reads the files in .git by itself.
/// </summary>
public sealed class QuietBuildScenario(ITestOutputHelper output) : Scenario(output)
{
    // In the process that is traced, not in a compiler server that was there before: the generator runs in the compiler.
    private const string OwnCompiler = "-p:UseSharedCompilation=false";

    [SkippableFact]
    public async Task Restore_build_and_design_time_build_run_no_git_and_open_no_socket_and_a_deploy_does_both()
    {
        var workspace = await NewService();
        await SystemCalls.SkipUnlessAllowed(workspace);
        await workspace.Commit();
        (await workspace.Dotnet("restore")).Succeeded();
        // Once a day the SDK asks for newer workloads; that is not about the project.
        workspace.Environment["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "true";

        await AssertQuiet(workspace, "dotnet", "restore");
        var build = await AssertQuiet(workspace, "dotnet", "build", OwnCompiler);
        Assert.Contains("csc", build.Programs);
        await AssertQuiet(
            workspace, "dotnet", "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false");

        // The same eyes see git and the registry where they are called.
        workspace.UseRegistry(await Bench.Registry);
        var deploy = await SystemCalls.Trace(
            workspace, ["dotnet", "build", "-t:InkDeploy", .. workspace.Properties.Select(property => $"-p:{property.Key}={property.Value}")]);
        deploy.Result.Succeeded().Says("Ink: shop ");
        Assert.Contains("git", deploy.Programs);
        Assert.NotEmpty(deploy.InternetSockets);
    }

    [Fact]
    public async Task Ink_adds_one_target_to_a_build_and_loads_no_task_and_a_second_build_compiles_nothing()
    {
        var workspace = await NewService();
        // Any package adds a few targets of the SDK's own, so the other project has one too.
        var plain = (await NewWorkspace())
            .Write("Shop.csproj", ProjectFile.Of((await Bench.Sdk).Version).Replace("Ink.Sdk", "Polly.Core", StringComparison.Ordinal).Replace((await Bench.Sdk).Version, "8.5.2", StringComparison.Ordinal))
            .Write("Program.cs", TillProgram.Plain);

        var (with, without) = (await Build(workspace), await Build(plain));
        Assert.Equal(["_InkClassify"], ExecutedTargets(with).Except(ExecutedTargets(without)));
        Assert.Empty(ExecutedTargets(without).Except(ExecutedTargets(with)));
        Assert.DoesNotContain("from assembly \"" + TasksOf(await Bench.Sdk), with, StringComparison.Ordinal);

        (await workspace.Dotnet("build", "--no-restore", "-v:n")).Succeeded().Says("Skipping target \"CoreCompile\"");

        // The same eyes see the tasks where a target of Ink's is called.
        Assert.Contains("from assembly \"" + TasksOf(await Bench.Sdk), await Build(workspace, "-t:InkRender"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_build_without_a_repository_and_without_a_network_succeeds()
    {
        var workspace = await NewService();
        var trial = await workspace.Shell.Run("unshare", "--net", "--map-root-user", "true");
        Skip.IfNot(trial.ExitCode == 0, $"a process may not give up its network here: {trial.Error.Trim()}");
        (await workspace.Dotnet("restore")).Succeeded();

        (await workspace.Shell.Run("unshare", "--net", "--map-root-user", "dotnet", "build", "-t:Build;InkRender")).Succeeded().Says("image shop:dev");
    }

    private static async Task<SystemCalls> AssertQuiet(Workspace workspace, params string[] command)
    {
        var calls = await SystemCalls.Trace(workspace, command);
        calls.Result.Succeeded();
        Assert.Contains("dotnet", calls.Programs);
        Assert.DoesNotContain("git", calls.Programs);
        Assert.Empty(calls.InternetSockets);
        return calls;
    }

    private static async Task<string> Build(Workspace workspace, params string[] more)
    {
        (await workspace.Dotnet(["build", "-fl", "-flp:LogFile=bin/build.log;Verbosity=diagnostic", .. more])).Succeeded();
        return workspace.Read("bin/build.log");
    }

    private static HashSet<string> ExecutedTargets(string log) =>
        [.. log.Split('\n').Where(line => line.Contains("Done building target \"", StringComparison.Ordinal)).Select(line => line.Split('"')[1])];

    // As MSBuild writes it when it loads a task: Using "RenderManifests" task from assembly "…. Which of them is another story.
    private static string TasksOf(PackedSdk sdk) => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "ink.sdk", sdk.Version, "build", "../tasks/net10.0/");

    private Task<Workspace> NewService() => NewProject(TillProgram.Plain);
}
