using System.Text.Json;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>The tasks on a project with a config file for each environment.</summary>
public sealed class ConfigFileTaskTests : IDisposable
{
    private readonly string _project = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public ConfigFileTaskTests()
    {
        var file = new Declaration("ConfigFile", new EquatableArray<Argument>([new Argument("Path", new ArgumentValue.Text("config/{environment}.json"))]));
        ModelAssembly.Write(Assembly, new AppModel("Shop", IsAspNetCore: true, MapsHealth: true, new EquatableArray<Declaration>([file])));
        Directory.CreateDirectory(Path.Combine(_project, "config"));
        Write("dev", "{}\r\n");
        Write("production", "{ }\n");
    }

    private string Assembly => Path.Combine(_project, "Shop.dll");

    private string Output => Path.Combine(_project, "out");

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Fact]
    public void A_file_becomes_a_ConfigMap_and_the_release_carries_those_of_all_environments()
    {
        Assert.Empty(Render("dev"));

        var map = Assert.Single(Directory.EnumerateFiles(Path.Combine(Output, "dev"), "configmap-*.yaml"));
        Assert.Contains("data:\n  dev.json: |\n    {}\n", File.ReadAllText(map), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, "dev", ".ink", "release.json")));
        Assert.Equal(
            [("config/dev.json", "{}\n"), ("config/production.json", "{ }\n")],
            json.RootElement.GetProperty("configFiles").EnumerateObject().Select(file => (file.Name, file.Value.GetProperty("text").GetString()!)));
    }

    [Fact]
    public void Another_content_takes_the_place_of_the_last_one()
    {
        Assert.Empty(Render("dev"));
        var before = Directory.EnumerateFiles(Path.Combine(Output, "dev"), "configmap-*.yaml").Single();
        Write("dev", "{\"a\": 1}\n");

        Assert.Empty(Render("dev"));

        Assert.NotEqual(before, Assert.Single(Directory.EnumerateFiles(Path.Combine(Output, "dev"), "configmap-*.yaml")));
    }

    [Fact]
    public void A_missing_file_is_INK1014_and_nothing_is_written()
    {
        File.Delete(Path.Combine(_project, "config", "production.json"));

        var error = Assert.Single(Render("all"));

        Assert.Equal("INK1014", error.Code);
        Assert.Contains("[ConfigFile(\"config/{environment}.json\")]: there is no file config/production.json", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("(production)", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public void It_is_found_before_there_is_an_image()
    {
        File.Delete(Path.Combine(_project, "config", "production.json"));

        Assert.Empty(Check("dev"));
        Assert.Equal("INK1014", Assert.Single(Check("production")).Code);
    }

    private void Write(string environment, string content) => File.WriteAllText(Path.Combine(_project, "config", $"{environment}.json"), content);

    private List<BuildErrorEventArgs> Render(string environment)
    {
        using var task = new RenderManifests { OutputPath = Output };
        return Run(task, environment);
    }

    private List<BuildErrorEventArgs> Check(string environment)
    {
        using var task = new CheckApp();
        return Run(task, environment);
    }

    private List<BuildErrorEventArgs> Run(AppTask task, string environment)
    {
        var engine = new RecordingEngine();
        task.BuildEngine = engine;
        task.AssemblyPath = Assembly;
        task.AssemblyName = "Shop";
        task.ProjectDirectory = _project;
        task.EnvironmentName = environment;
        task.Environments = [new TaskItem("dev"), new TaskItem("production")];
        task.ImageTag = "dev";
        var succeeded = task.Execute();
        Assert.Equal(succeeded, engine.Errors.Count == 0);
        return engine.Errors;
    }
}
