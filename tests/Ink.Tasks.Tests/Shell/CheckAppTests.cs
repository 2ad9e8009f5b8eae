using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>The task on this test assembly, whose model says app "shop": what may be deployed where, and under which tag.</summary>
public sealed class CheckAppTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private const string GitOpsUrl = "https://git.example.com/gitops.git";

    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_image_in_no_registry_is_not_deployed_to_a_repository_of_others()
    {
        var error = Assert.Single(Run(settings: [("InkGitOpsUrl", GitOpsUrl)]).Errors);
        Assert.Equal("INK4002", error.Code);
        Assert.Contains("Set InkRegistry", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_to_a_repository_beside_the_project_and_an_image_alone_is_made_anyway()
    {
        Assert.Empty(Run().Errors);
        Assert.Empty(Run(isDeployed: false, settings: [("InkGitOpsUrl", GitOpsUrl)]).Errors);
        Assert.Empty(Run(settings: [("InkGitOpsUrl", GitOpsUrl), ("InkRegistry", "registry.example")]).Errors);
    }

    [Theory]
    [InlineData("ContainerImageTag", "latest")]
    [InlineData("ContainerImageTags", "latest%3B" + Commit)]
    public void Another_tag_than_the_commit_cannot_be_passed(string property, string value)
    {
        var error = Assert.Single(Run(global: [(property, value)]).Errors);
        Assert.Equal("INK4002", error.Code);
        Assert.Contains($"{property} is \"latest", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_commit_can() => Assert.Empty(Run(global: [("ContainerImageTag", Commit)]).Errors);

    [Fact]
    public void Tags_of_the_project_are_for_PublishContainer_and_that_is_said()
    {
        var engine = Run(tags: ["latest", "1.0"]);
        Assert.Empty(engine.Errors);
        Assert.Contains(engine.Messages, message => message.Contains("latest, 1.0 of the project are for PublishContainer alone", StringComparison.Ordinal));
    }

    private RecordingEngine Run(bool isDeployed = true, (string, string)[]? settings = null, (string, string)[]? global = null, string[]? tags = null)
    {
        var engine = new RecordingEngine(global ?? []);
        using var task = new CheckApp
        {
            BuildEngine = engine,
            AssemblyPath = typeof(CheckAppTests).Assembly.Location,
            AssemblyName = "Ignored",
            EnvironmentName = "dev",
            Environments = [new TaskItem("dev")],
            Settings = [.. (settings ?? []).Select(setting => (ITaskItem)new TaskItem(setting.Item1, new Dictionary<string, string> { ["Value"] = setting.Item2 }))],
            ImageTag = Commit,
            ProjectDirectory = _folder,
            IsDeployed = isDeployed,
            OtherTags = tags ?? [],
        };
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine;
    }
}
