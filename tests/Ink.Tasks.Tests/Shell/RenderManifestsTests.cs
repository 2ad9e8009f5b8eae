using System.Reflection;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

[assembly: AssemblyMetadata("Ink.Model", """{"schema":1,"assembly":"FromMetadata","aspNetCore":true,"mapsHealth":true,"declarations":[{"attribute":"App","arguments":{"Name":"shop"}}]}""")]

namespace Ink.Tasks.Tests.Shell;

/// <summary>The task as MSBuild calls it, on this test assembly, whose model says app "shop".</summary>
public sealed class RenderManifestsTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Fact]
    public void Every_environment_is_rendered_for_all()
    {
        var (succeeded, engine) = Run("all");
        Assert.True(succeeded, string.Join('\n', engine.Errors.Select(error => error.Message)));
        Assert.Equal(["argocd", "dev", "production"], Directory.EnumerateDirectories(_output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(engine.Messages, message => message.StartsWith("Ink: shop rendered for dev, production: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_environment_that_is_not_declared_is_INK4008_and_writes_nothing()
    {
        var (succeeded, engine) = Run("prod");
        var error = Assert.Single(engine.Errors);
        Assert.False(succeeded);
        Assert.Equal("INK4008", error.Code);
        Assert.Contains("\"prod\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("dev, production", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("docs/rules/INK4008.md", error.HelpLink, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_output));
    }

    [Fact]
    public void One_broken_environment_keeps_all_others_from_being_written()
    {
        var (succeeded, engine) = Run("all", global: ("InkNamespace", "{owner}"));
        Assert.False(succeeded);
        Assert.Equal(["INK0012", "INK0012"], engine.Errors.Select(error => error.Code));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_output));
    }

    [Fact]
    public void The_command_line_wins_over_the_attribute()
    {
        Assert.True(Run("dev", global: ("InkAppName", "other")).Succeeded);
        Assert.True(File.Exists(Path.Combine(_output, "dev", "deployment-other.yaml")));
    }

    [Fact]
    public void The_command_line_is_read_as_MSBuild_reads_it()
    {
        var (succeeded, engine) = Run("dev", global: ("InkAppName", "a%3Brm 100%"));
        Assert.False(succeeded);
        Assert.Contains("\"a;rm 100%\"", Assert.Single(engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_loses_to_the_attribute()
    {
        Assert.True(Run("dev", project: ("InkAppName", "other")).Succeeded);
        Assert.True(File.Exists(Path.Combine(_output, "dev", "deployment-shop.yaml")));
    }

    [Fact]
    public void Metadata_of_the_environment_reaches_the_manifests()
    {
        Assert.True(Run("production").Succeeded);
        Assert.Contains("namespace: shops", File.ReadAllText(Path.Combine(_output, "production", "deployment-shop.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_is_applied_in_every_environment()
    {
        var (succeeded, engine) = Run("all", transform: typeof(MarkingTransform));
        Assert.True(succeeded, string.Join('\n', engine.Errors.Select(error => error.Message)));
        Assert.Contains("marked-in: dev", File.ReadAllText(Path.Combine(_output, "dev", "deployment-shop.yaml")), StringComparison.Ordinal);
        Assert.Contains("marked-in: production", File.ReadAllText(Path.Combine(_output, "production", "deployment-shop.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_that_fails_in_one_environment_is_INK4015_and_nothing_is_written()
    {
        var (succeeded, engine) = Run("all", transform: typeof(FailingTransform));

        var error = Assert.Single(engine.Errors);
        Assert.False(succeeded);
        Assert.Equal("INK4015", error.Code);
        Assert.StartsWith($"The transform {typeof(FailingTransform).FullName} ({typeof(FailingTransform).Assembly.Location}) failed on shop (production): InvalidOperationException: https://***@costs.example.com refused.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("at Ink.Tasks.Tests", error.Message, StringComparison.Ordinal);
        Assert.Contains(engine.Messages, message => message.Contains("at Ink.Tasks.Tests.Shell.FailingTransform.Transform", StringComparison.Ordinal));
        Assert.DoesNotContain(engine.Messages, message => message.Contains("hunter2", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_output));
    }

    private (bool Succeeded, RecordingEngine Engine) Run(string environment, (string, string)? global = null, (string, string)? project = null, Type? transform = null)
    {
        var engine = new RecordingEngine(global is { } pair ? [pair] : []);
        using var task = new RenderManifests
        {
            BuildEngine = engine,
            AssemblyPath = typeof(RenderManifestsTests).Assembly.Location,
            AssemblyName = "Ignored",
            EnvironmentName = environment,
            Environments = [new TaskItem("dev"), Item("production", ("Namespace", "shops"))],
            Settings = project is { } setting ? [Item(setting.Item1, ("Value", setting.Item2))] : [],
            Transforms = transform is null ? [] : [Item(transform.Assembly.Location, ("Type", transform.FullName!))],
            ImageTag = "dev",
            OutputPath = _output,
        };
        return (task.Execute(), engine);
    }

    private static TaskItem Item(string name, (string Key, string Value) metadata) =>
        new(name, new Dictionary<string, string> { [metadata.Key] = metadata.Value });
}
