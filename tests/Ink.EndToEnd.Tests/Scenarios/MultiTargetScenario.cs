using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A project with several target frameworks is deployed for one of them: the newest, unless told.</summary>
public sealed class MultiTargetScenario(ITestOutputHelper output) : Scenario(output)
{
    [Fact]
    public async Task The_outer_build_takes_the_newest_framework_unless_told()
    {
        var workspace = (await NewWorkspace())
            .Write("Till.csproj", ProjectFile.Of((await Bench.Sdk).Version, framework: "net8.0;net10.0"))
            .Write("Program.cs", TillProgram.Web);

        (await workspace.Dotnet("build", "-t:InkRender")).Succeeded().Says("0 Warning(s)");
        TillChecks.Rendered(workspace, isWeb: true);
        Assert.Contains("net10.0/Till.dll", workspace.Files("bin/Debug"));
        Assert.DoesNotContain("net8.0/Till.dll", workspace.Files("bin/Debug"));

        (await workspace.Dotnet("build", "--no-restore", "-t:InkRender", "-p:InkTargetFramework=net9.0")).Failed("INK4000").Says("net8.0, net10.0");

        (await workspace.Dotnet("build", "--no-restore", "-t:InkRender", "-p:InkTargetFramework=net8.0")).Succeeded();
        Assert.Contains("net8.0/Till.dll", workspace.Files("bin/Debug"));

        // 'dotnet publish' wants to be told the framework, with Ink as without.
        (await workspace.Publish("InkRender", "--no-restore", "-f", "net8.0")).Succeeded();
        await TillChecks.Runs(workspace, "bin/Release/net8.0/publish");
    }

    [Fact]
    public async Task A_deploy_through_the_outer_build_is_of_what_was_built_just_now()
    {
        var workspace = (await NewWorkspace("outer"))
            .Write("Till.csproj", ProjectFile.Of((await Bench.Sdk).Version, framework: "net8.0;net10.0"))
            .Write("Program.cs", TillProgram.Web)
            .UseRegistry(await Bench.Registry);
        var gitOps = await workspace.UseGitOps();
        string[] deploy =
            ["build", "-t:InkDeploy", "-p:InkImageRepository=outer", .. workspace.Properties.Select(property => $"-p:{property.Key}={property.Value}")];
        await workspace.Commit();
        (await workspace.Dotnet(deploy)).Succeeded();

        // 'dotnet build' fills no publish folder by itself, and now there is one of the commit before.
        workspace.Write("Program.cs", TillProgram.Web.Replace("has started", "has begun", StringComparison.Ordinal));
        var commit = await workspace.Commit();
        (await workspace.Dotnet(deploy)).Succeeded().Says($"outer:{commit}");

        Assert.Equal(2, await gitOps.CountCommits());
        const string Output = "bin/Debug/net10.0";
        Assert.Equal(
            await File.ReadAllBytesAsync(workspace.PathOf($"{Output}/Till.dll")), await File.ReadAllBytesAsync(workspace.PathOf($"{Output}/publish/Till.dll")));
    }

    [Theory]
    [InlineData(nameof(Consumption.SdkElement))]
    [InlineData(nameof(Consumption.SdkAlone))]
    public async Task As_an_SDK_too(string form)
    {
        var workspace = (await NewWorkspace())
            .Write("Till.csproj", ProjectFile.Of((await Bench.Sdk).Version, Enum.Parse<Consumption>(form), framework: "net8.0;net10.0"))
            .Write("Program.cs", TillProgram.Web);

        (await workspace.Dotnet("build", "-t:InkRender")).Succeeded().Says("0 Warning(s)");

        TillChecks.Rendered(workspace, isWeb: true);
        Assert.Contains("net10.0/Till.dll", workspace.Files("bin/Debug"));
        Assert.DoesNotContain("net8.0/Till.dll", workspace.Files("bin/Debug"));
    }
}
