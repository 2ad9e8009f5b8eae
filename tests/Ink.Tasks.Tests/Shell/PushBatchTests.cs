using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Tasks.Tests.GitOps;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>Two services that stage their releases, and the one task that pushes them.</summary>
public sealed class PushBatchTests : IDisposable
{
    private readonly GitOpsFixture _gitOps = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public PushBatchTests() => _gitOps.Commit(("README.md", "Ours\n"));

    private string Batch => Path.Combine(_folder, "batch");

    public void Dispose()
    {
        _gitOps.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void All_staged_services_land_in_one_commit()
    {
        Assert.Contains(Stage("Shop").Messages, message => message.EndsWith(", waits for the rest of the batch", StringComparison.Ordinal));
        Stage("Mailer");
        Assert.Equal(1, _gitOps.CommitCount());

        var engine = Push();

        Assert.Empty(engine.Errors);
        Assert.Equal(2, _gitOps.CommitCount());
        Assert.Equal("deploy(mailer, shop): 1a2b3c4d to dev", _gitOps.Git("log", "-1", "--format=%s", "main"));
        Assert.Equal("mailer,shop", _gitOps.Git("log", "-1", "--format=%(trailers:key=Ink-App,valueonly,separator=%x2C)", "main"));
        Assert.Contains("apps/shop/dev/deployment-shop.yaml", _gitOps.Files());
        Assert.Contains("argocd/dev/mailer.yaml", _gitOps.Files());
        Assert.Matches("Ink: mailer 1a2b3c4d, shop 1a2b3c4d → dev: GitOps commit [0-9a-f]{8} ", engine.Messages[^1]);
    }

    [Fact]
    public void A_second_project_finds_nothing_to_push()
    {
        Stage("Shop");
        Push();

        Assert.DoesNotContain(Push().Messages, message => message.Contains("GitOps commit", StringComparison.Ordinal));
        Assert.Equal(2, _gitOps.CommitCount());
    }

    [Fact]
    public void Where_something_newer_is_deployed_of_one_none_is_deployed()
    {
        Stage("Shop", commit: new string('b', 40), time: "2026-06-07T08:09:10Z");
        Push();
        var tip = _gitOps.Git("rev-parse", "main");
        Stage("Mailer");
        Stage("Shop");

        Assert.Equal("INK4010", Assert.Single(Push().Errors).Code);
        Assert.Equal(tip, _gitOps.Git("rev-parse", "main"));
    }

    [Fact]
    public void Another_repository_gets_a_commit_of_its_own()
    {
        using var other = new GitOpsFixture();
        Stage("Shop");
        Stage("Mailer", other.Url);

        Assert.Empty(Push().Errors);
        Assert.Empty(Push(other.Url).Errors);
        Assert.Contains("argocd/dev/mailer.yaml", other.Files());
        Assert.DoesNotContain("argocd/dev/mailer.yaml", _gitOps.Files());
    }

    private RecordingEngine Stage(string assembly, string? url = null, string commit = PromotionBench.Commit, string time = "2026-01-02T03:04:05Z")
    {
        var resources = PromotionBench.Declare("Resources", ("Cpu", "50m"), ("Memory", "64Mi"));
        var path = ModelAssembly.WriteInto(_folder, new AppModel(assembly, IsAspNetCore: true, MapsHealth: true, new EquatableArray<Declaration>([resources])));
        using var task = new DeployRelease
        {
            AssemblyPath = path, AssemblyName = assembly, EnvironmentName = "dev", ImageTag = commit, Commit = commit, CommitTime = time, ImageDigest = PromotionBench.Digest, OutputPath = _folder, BatchPath = Batch,
        };
        var engine = Run(task, url);
        Assert.Empty(engine.Errors);
        File.Delete(path);
        return engine;
    }

    private RecordingEngine Push(string? url = null)
    {
        using var task = new PushBatch { EnvironmentName = "dev", OutputPath = _folder, BatchPath = Batch };
        return Run(task, url);
    }

    private RecordingEngine Run(ProjectTask task, string? url)
    {
        var engine = new RecordingEngine();
        task.BuildEngine = engine;
        task.ProjectDirectory = _folder;
        task.Environments = [new TaskItem("dev")];
        task.Settings =
        [
            new TaskItem("InkGitOpsUrl", new Dictionary<string, string> { ["Value"] = url ?? _gitOps.Url }),
            new TaskItem("InkRegistry", new Dictionary<string, string> { ["Value"] = "registry.example.com" }),
        ];
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine;
    }
}
