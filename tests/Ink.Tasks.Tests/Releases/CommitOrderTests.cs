using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Planning;
using Ink.Tasks.Releases;
using Ink.Tasks.Tests.Git;

namespace Ink.Tasks.Tests.Releases;

public sealed class CommitOrderTests : IDisposable
{
    private const string Early = "2026-01-02T03:04:05Z";
    private const string Late = "2026-02-03T04:05:06Z";

    private readonly TestRepository _source = new();
    private readonly string _first;
    private readonly string _second;

    public CommitOrderTests()
    {
        _source.Init();
        _first = _source.Commit("first");
        _second = _source.Commit("second");
    }

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task A_descendant_replaces_what_it_descends_from_whatever_the_times_say() =>
        Assert.Null(await JudgeAsync(deployed: (_first, Late), ours: (_second, Early)));

    [Fact]
    public async Task An_ancestor_of_what_is_deployed_is_INK4010_whatever_the_times_say()
    {
        var error = await Assert.ThrowsAsync<InkException>(() => JudgeAsync(deployed: (_second, Early), ours: (_first, Late)));

        Assert.Equal("INK4010", error.Code);
        Assert.StartsWith($"shop {_first[..8]} is not deployed to production: {_second[..8]} is there, and it descends from {_first[..8]}. Nothing was pushed.", error.Message, StringComparison.Ordinal);
        Assert.Contains("-p:InkAllowStale=true", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_commit_is_no_conflict() => Assert.Null(await JudgeAsync((_first, Late), (_first, Early)));

    [Fact]
    public async Task Of_two_branches_the_younger_commit_wins_with_a_warning()
    {
        _source.Git("checkout", "--quiet", "-b", "other", _first);
        var other = _source.Commit("other");

        Assert.Equal("INK4019", (await JudgeAsync((_second, Early), (other, Late)))?.Rule.Id);
        Assert.Equal("INK4019", (await JudgeAsync((_second, Early), (other, Early)))?.Rule.Id);
        Assert.Equal("INK4010", (await Assert.ThrowsAsync<InkException>(() => JudgeAsync((_second, Late), (other, Early)))).Code);
    }

    [Fact]
    public async Task In_a_shallow_clone_the_times_decide_with_a_warning()
    {
        _source.Git("clone", "--quiet", "--depth=1", $"file://{_source.Root}", "shallow");

        var warning = await JudgeAsync((_first, Early), (_second, Late), _source.PathOf("shallow"));

        Assert.Equal("INK4019", warning?.Rule.Id);
        Assert.Contains("the clone is shallow", warning!.Text, StringComparison.Ordinal);
        Assert.Equal("INK4010", (await Assert.ThrowsAsync<InkException>(() => JudgeAsync((_first, Late), (_second, Early), _source.PathOf("shallow")))).Code);
    }

    [Fact]
    public async Task Without_a_repository_the_times_decide_with_a_warning()
    {
        using var folder = new TestRepository();

        Assert.Equal("INK4019", (await JudgeAsync((_first, Early), (_second, Late), folder.Root))?.Rule.Id);
    }

    [Fact]
    public async Task A_commit_that_is_an_option_is_passed_to_no_command() =>
        Assert.Equal("INK4019", (await JudgeAsync(("--upload-pack=touch pwned", Early), (_second, Late)))?.Rule.Id);

    private Task<GitOpsWarning?> JudgeAsync((string Hash, string Time) deployed, (string Hash, string Time) ours, string? directory = null) =>
        new CommitOrder(new GitClient("INK4003"), directory ?? _source.Root, "shop", "production", new SourceCommit(ours.Hash, ours.Time)).JudgeAsync(deployed.Hash, deployed.Time, default);
}
