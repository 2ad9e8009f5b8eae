using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>InkCheck as MSBuild calls it, on this test assembly, whose model says app "shop".</summary>
public sealed class CheckPolicyTests
{
    [Fact]
    public void What_Ink_renders_by_itself_is_right_in_every_environment_under_every_policy()
    {
        foreach (var policy in new[] { "Baseline", "Strict", "None" })
        {
            var (succeeded, engine) = Run(("InkPolicy", policy), ("InkDefaultCpu", "100m"), ("InkDefaultMemory", "256Mi"));
            Assert.True(succeeded, string.Join('\n', engine.Errors.Select(error => error.Message)));
            Assert.Contains("Ink: environment  errors  warnings", engine.Messages);
            Assert.Contains(engine.Messages, message => message.StartsWith("Ink: shop checked for dev, production: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_environment_that_cannot_be_resolved_fails_with_its_own_code()
    {
        var (succeeded, engine) = Run(("InkNamespace", "{owner}"));
        Assert.False(succeeded);
        Assert.Equal(["INK0012", "INK0012"], engine.Errors.Select(error => error.Code));
    }

    [Fact]
    public void A_policy_that_there_is_not_is_told()
    {
        var (succeeded, engine) = Run(("InkPolicy", "Stricter"));
        Assert.False(succeeded);
        Assert.Contains("Write Baseline, Strict or None", engine.Errors[0].Message, StringComparison.Ordinal);
    }

    private static (bool Succeeded, RecordingEngine Engine) Run(params (string, string)[] global)
    {
        var engine = new RecordingEngine(global);
        using var task = new CheckPolicy
        {
            BuildEngine = engine,
            AssemblyPath = typeof(CheckPolicyTests).Assembly.Location,
            AssemblyName = "Ignored",
            EnvironmentName = "dev",
            Environments = [new TaskItem("dev"), new TaskItem("production")],
            Settings = [],
            ImageTag = "dev",
            ProjectDirectory = AppContext.BaseDirectory,
        };
        return (task.Execute(), engine);
    }
}
