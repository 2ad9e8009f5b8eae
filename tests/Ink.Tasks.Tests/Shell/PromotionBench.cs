using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Tasks.Registry;
using Ink.Tasks.Tests.GitOps;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>A project called Shop and its GitOps repository, deployed by the one task and promoted by the other.</summary>
internal sealed class PromotionBench : IDisposable
{
    public const string Commit = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
    public static readonly string Digest = $"sha256:{new string('a', 64)}";

    private readonly string _project = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public GitOpsFixture GitOps { get; } = new();

    /// <summary>The project's Ink properties.</summary>
    public Dictionary<string, string> Properties { get; } = [];

    /// <summary>Metadata of the production environment.</summary>
    public Dictionary<string, string> Production { get; } = [];

    /// <summary>What registries are asked with.</summary>
    public RegistryOptions Registries { get; set; } = new();

    /// <summary>What changes the manifests of a promotion.</summary>
    public Type? Transform { get; set; }

    public void Dispose()
    {
        GitOps.Dispose();
        Directory.Delete(_project, recursive: true);
    }

    public string PathOf(string relative) => Path.Combine(_project, relative);

    /// <summary>Writes a file of the project.</summary>
    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>An attribute with one text.</summary>
    public static Declaration Declare(string attribute, params (string Name, string Value)[] arguments) =>
        new(attribute, new EquatableArray<Argument>([.. arguments.Select(argument => new Argument(argument.Name, new ArgumentValue.Text(argument.Value)))]));

    /// <summary>Deploys what an assembly with these attributes is.</summary>
    public void Deploy(string environment, string? digest = null, string assembly = "Shop", string commit = Commit, string time = "2026-01-02T03:04:05Z", params Declaration[] declarations)
    {
        var path = ModelAssembly.WriteInto(_project, new AppModel(assembly, IsAspNetCore: true, MapsHealth: true, new EquatableArray<Declaration>([Declare("Resources", ("Cpu", "50m"), ("Memory", "64Mi")), .. declarations])));
        using var task = new DeployRelease { AssemblyPath = path, AssemblyName = assembly, EnvironmentName = environment, ImageTag = commit, Commit = commit, CommitTime = time, ImageDigest = digest ?? Digest, OutputPath = GitOps.Root };
        Assert.Empty(Run(task, []).Errors);
        // A promotion has no assembly to look at.
        File.Delete(path);
    }

    public RecordingEngine Promote(string from = "staging", string to = "production", params (string Name, string Value)[] global)
    {
        using var task = new PromoteRelease { From = from, To = to, AssemblyName = "Shop", OutputPath = GitOps.Root, RegistryOptions = Registries };
        task.Transforms = Transform is null ? [] : [new TaskItem(Transform.Assembly.Location, new Dictionary<string, string> { ["Type"] = Transform.FullName! })];
        return Run(task, global);
    }

    private RecordingEngine Run(ProjectTask task, (string, string)[] global)
    {
        var engine = new RecordingEngine(global);
        task.BuildEngine = engine;
        task.ProjectDirectory = _project;
        task.Environments = [new TaskItem("staging"), new TaskItem("production", Production)];
        // Without a URL the repository is the one in the output folder.
        task.Settings = [.. Properties.Select(property => new TaskItem(property.Key, new Dictionary<string, string> { ["Value"] = property.Value }))];
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine;
    }
}
