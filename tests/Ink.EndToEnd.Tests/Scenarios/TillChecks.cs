using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What must be true of <see cref="TillProgram"/> once it is rendered and published, however it takes the package.</summary>
internal static class TillChecks
{
    private static readonly string[] WebObjects = ["deployment-till.yaml", "service-till.yaml"];

    /// <summary>The attributes reached the manifests.</summary>
    public static void Rendered(Workspace workspace, bool isWeb, string folder = "bin/ink/dev")
    {
        var files = workspace.Files(folder);
        Assert.Contains("deployment-till-greeter.yaml", files);
        foreach (var file in WebObjects)
            Assert.Equal(isWeb, files.Contains(file));
        var deployment = workspace.Read($"{folder}/deployment-till-greeter.yaml");
        Assert.Contains("app.kubernetes.io/name: till\n", deployment, StringComparison.Ordinal);
        Assert.Contains("team: counter\n", deployment, StringComparison.Ordinal);
        Assert.Contains("cpu: 100m\n", deployment, StringComparison.Ordinal);
        // MapInk() was seen by the compiler: without it the probe is one of TCP.
        if (isWeb)
            Assert.Contains("path: /health/ready\n", workspace.Read($"{folder}/deployment-till.yaml"), StringComparison.Ordinal);
    }

    /// <summary>The published app holds the one assembly of Ink that it needs, none of those that Ink needs, and runs.</summary>
    public static async Task Runs(Workspace workspace, string published, string name = "Till")
    {
        var assemblies = workspace.Files(published)
            .Where(file => file.EndsWith(".dll", StringComparison.Ordinal))
            .Where(file => !file.Contains('/', StringComparison.Ordinal))
            .Where(file => !file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && !file.StartsWith("System.", StringComparison.Ordinal));
        Assert.Equal(["Ink.Sdk.dll", $"{name}.dll"], assemblies.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Ink.Sdk.xml", workspace.Files(published));

        // The machine has the newest runtime only, and apps for older ones are to run on it.
        workspace.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        workspace.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var run = await workspace.Dotnet(workspace.PathOf($"{published}/{name}.dll"));
        run.Succeeded().Says(TillProgram.Says);
    }
}
