using Ink.Tasks.GitOps;
using Ink.Tasks.Releases;
using Ink.Tasks.Tests.Git;
using Ink.Tasks.Tests.Shell;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace Ink.Tasks.Tests.Images;

/// <summary>The task on a real repository whose commit was deployed, to an archive and the repository beside it.</summary>
public sealed class FindDeployedTests : IAsyncLifetime, IDisposable
{
    private static readonly string Digest = $"sha256:{new string('a', 64)}";

    private readonly TestRepository _source = new();
    private string _commit = "";

    private string Output => _source.PathOf("bin/ink/");

    private string GitOps => Path.Combine(Output, "gitops.git");

    private string Record => _source.PathOf("obj/ink.dev.deployed.json");

    private string Archive => Path.Combine(Output, "images", $"shop-{_commit}.tar");

    public async Task InitializeAsync()
    {
        _commit = _source.Write(".gitignore", "bin/\nobj/\n").Init().Commit();
        await LocalGitOpsRepository.EnsureAsync(GitOps, "main", null, default);
        var tip = MoveBranch();
        SampleArchive.Write(Archive, Digest);
        new DeployRecord(Run().Fingerprint, "shop", _commit, "", "shop", Digest, tip).Write(Record);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _source.Dispose();

    [Fact]
    public void The_call_that_was_made_before_finds_nothing_to_do() => Assert.Equal(
        $"shop {_commit[..8]} → dev: image shop:{_commit}@{Digest} (an archive) was there already, GitOps repository unchanged at {TestRepository.GitIn(GitOps, "rev-parse", "main")[..8]}",
        Run().Conclusion);

    [Fact]
    public void Another_commit_is_deployed_anew()
    {
        _source.Commit("next");
        AssertLongWay(Run());
    }

    [Fact]
    public void A_tree_with_changes_is_looked_at_anew()
    {
        _source.Write("Program.cs", "// changed");
        AssertLongWay(Run());
    }

    [Theory]
    [InlineData("DefineConstants", "PREMIUM")]
    [InlineData("InkReplicas", "3")]
    public void Another_property_in_the_call_makes_it_another_call(string name, string value) => AssertLongWay(Run((name, value)));

    [Fact]
    public void Another_fact_of_the_compiler_makes_it_another_call() => AssertLongWay(Run(facts: ["Debug"]));

    [Fact]
    public void A_credential_in_an_address_does_not() => Assert.Equal(
        Run(("InkGitOpsUrl", Address("token1"))).Fingerprint,
        Run(("InkGitOpsUrl", Address("token2"))).Fingerprint);

    [Fact]
    public void A_branch_that_has_moved_is_read_anew()
    {
        MoveBranch();
        AssertLongWay(Run());
    }

    [Fact]
    public void An_image_that_is_gone_is_made_anew()
    {
        File.Delete(Archive);
        AssertLongWay(Run());
    }

    [Fact]
    public void A_record_that_is_damaged_is_none()
    {
        File.WriteAllText(Record, "{");
        AssertLongWay(Run());
    }

    private static string Address(string password) => $"https://ci:{password}@git.example.com/gitops.git";

    private static void AssertLongWay((string Fingerprint, string Conclusion) found)
    {
        Assert.Empty(found.Conclusion);
        Assert.NotEmpty(found.Fingerprint);
    }

    private string MoveBranch()
    {
        var tree = TestRepository.GitIn(GitOps, "hash-object", "-t", "tree", "-w", "/dev/null");
        var commit = TestRepository.GitIn(GitOps, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit-tree", tree, "-m", Guid.NewGuid().ToString());
        TestRepository.GitIn(GitOps, "update-ref", "refs/heads/main", commit);
        return commit;
    }

    private (string Fingerprint, string Conclusion) Run((string, string)? global = null, string[]? facts = null)
    {
        var engine = new RecordingEngine(global is { } pair ? [pair] : []);
        using var task = new FindDeployed
        {
            BuildEngine = engine,
            EnvironmentName = "dev",
            Environments = [new TaskItem("dev")],
            Settings = [],
            ProjectDirectory = _source.Root,
            OutputPath = Output,
            RecordPath = Record,
            Facts = facts ?? ["Release"],
        };
        Assert.True(task.Execute(), string.Join('\n', engine.Errors.Select(error => error.Message)));
        return (task.Fingerprint, task.Conclusion);
    }
}
