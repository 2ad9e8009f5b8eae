using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A secret in source or settings is told by the compiler at its line, and a deploy that would carry it stops before anything is made.</summary>
public sealed class SecretScenario(ITestOutputHelper output) : Scenario(output)
{
    // Nothing else is to be said about it.
    private const string Program = """
        using Ink;

        [assembly: Resources(Cpu = "100m", Memory = "128Mi")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddInk();
        var app = builder.Build();
        app.MapInk();
        await app.RunInkAsync();

        """;

    [Fact]
    public async Task A_secret_in_the_settings_is_a_warning_of_the_build_and_an_error_of_the_deploy()
    {
        var workspace = await NewProject(Program);
        var gitOps = await workspace.UseGitOps();
        workspace
            .Write("appsettings.json", SampleSecrets.FillIn("{\n  \"Api\": {\n    \"Token\": \"§github§\"\n  }\n}\n"))
            .Write("Key.cs", SampleSecrets.FillIn("internal static class Key\n{\n    public static string Value => \"§aws§\";\n}\n"));
        await workspace.Commit();

        var build = (await workspace.Dotnet("build")).Succeeded();
        Assert.Equal(["INK3001", "INK3005"], build.Codes.Order(StringComparer.Ordinal));
        Assert.Contains(build.Lines, line => line.Contains("appsettings.json(3,14): warning INK3005: Api:Token holds a secret: GitHub token, \"ghp_…\" (40 characters)", StringComparison.Ordinal));
        Assert.Contains(build.Lines, line => line.Contains("Key.cs(3,35): warning INK3001: ", StringComparison.Ordinal));

        var deploy = (await workspace.Publish("InkDeploy")).Failed("INK3005");
        Assert.Contains(deploy.Lines, line => line.Contains("appsettings.json(3,14): error INK3005: ", StringComparison.Ordinal));
        foreach (var result in new[] { build, deploy })
            result.NeverSays(SampleSecrets.Of("github")).NeverSays(SampleSecrets.Of("aws"));
        Assert.Empty(await gitOps.Branches());
        Assert.Empty(workspace.Files("bin/ink"));
    }

    [Fact]
    public async Task Files_that_a_project_adds_by_itself_are_read_once_and_NoWarn_is_heeded()
    {
        var workspace = await NewWorkspace();
        var version = (await Bench.Sdk).Version;
        workspace
            .Write("Shop.csproj", ProjectFile.Of(version, items: "<AdditionalFiles Include=\"appsettings.json\" />"))
            .Write("Program.cs", Program)
            .Write("appsettings.json", SampleSecrets.FillIn("{ \"Token\": \"§github§\" }\n"))
            .Write(".env", SampleSecrets.FillIn("TOKEN=§github§\n"));

        (await workspace.Dotnet("build")).Succeeded().Says("appsettings.json(1,12): warning INK3005").Says(".env(1,7): warning INK3005").Says("2 Warning(s)");

        Assert.Empty((await workspace.Dotnet("build", "-p:NoWarn=INK3005")).Succeeded().Codes);
    }
}
