using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.GitOps.Planning;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.GitOps;

/// <summary>What others have done to Ink's files between two deploys, and which deploys replace which.</summary>
public sealed class GitOpsDriftTests : IDisposable
{
    private readonly GitOpsFixture _remote = new();

    public void Dispose() => _remote.Dispose();

    [Fact]
    public async Task A_file_changed_by_hand_is_overwritten_and_its_commit_named()
    {
        await PushAsync(("a.yaml", "1\n"), ("b.yaml", "1\n"));
        var culprit = _remote.Commit(("apps/shop/dev/a.yaml", "by hand\n"));
        _remote.Commit(("README.md", "later"));

        var result = await PushAsync(("a.yaml", "2\n"), ("b.yaml", "2\n"));

        var warning = Assert.Single(result.Warnings);
        Assert.Equal("INK4020", warning.Rule.Id);
        Assert.StartsWith($"'apps/shop/dev/a.yaml' was changed by hand in the GitOps repository, in commit {culprit[..8]} \"by hand\" by Someone, since", warning.Text, StringComparison.Ordinal);
        Assert.Equal("2", _remote.Read("apps/shop/dev/a.yaml"));
    }

    [Fact]
    public async Task The_commit_is_found_behind_many_others()
    {
        await PushAsync(("a.yaml", "1\n"));
        var culprit = _remote.Commit(("apps/shop/dev/a.yaml", "by hand\n"));
        for (var i = 0; i < 25; i++) await _remote.PushAsync(Deploy($"app{i}", ("a.yaml", "x")));

        Assert.Contains(culprit[..8], Assert.Single((await PushAsync(("a.yaml", "1\n"))).Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_changed_by_hand_is_told_too()
    {
        await PushAsync(("a.yaml", "1\n"));
        var culprit = _remote.Commit(("argocd/dev/shop.yaml", "by hand\n"));

        Assert.Contains($"'argocd/dev/shop.yaml' was changed by hand in the GitOps repository, in commit {culprit[..8]}", Assert.Single((await PushAsync(("a.yaml", "1\n"))).Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_deleted_by_hand_comes_back_and_is_told()
    {
        await PushAsync(("a.yaml", "1\n"), ("b.yaml", "1\n"));
        var culprit = _remote.Commit(("apps/shop/dev/a.yaml", null));

        Assert.Contains(culprit[..8], Assert.Single((await PushAsync(("a.yaml", "1\n"), ("b.yaml", "1\n"))).Warnings).Text, StringComparison.Ordinal);
        Assert.Equal("1", _remote.Read("apps/shop/dev/a.yaml"));
    }

    [Fact]
    public async Task A_changed_file_that_is_no_longer_rendered_goes_and_is_told()
    {
        await PushAsync(("a.yaml", "1\n"), ("b.yaml", "1\n"));
        var culprit = _remote.Commit(("apps/shop/dev/b.yaml", "by hand"));

        var result = await PushAsync(("a.yaml", "1\n"));

        Assert.Equal(["apps/shop/dev/b.yaml"], result.FilesDeleted);
        Assert.Contains(culprit[..8], Assert.Single(result.Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_changed_to_just_what_is_deployed_is_not_told()
    {
        await PushAsync(("a.yaml", "1\n"));
        _remote.Commit(("apps/shop/dev/a.yaml", "2\n"));

        Assert.Empty((await PushAsync(("a.yaml", "2\n"))).Warnings);
    }

    [Fact]
    public async Task Deploys_of_Ink_alone_are_no_drift()
    {
        for (var i = 0; i < 3; i++)
            Assert.Empty((await PushAsync(("a.yaml", $"{i}\n"))).Warnings);
    }

    [Fact]
    public async Task A_server_without_filters_tells_by_which_commit_too()
    {
        await PushAsync(("a.yaml", "1\n"));
        var culprit = _remote.Commit(("apps/shop/dev/a.yaml", "by hand\n"));
        _remote.Commit(("README.md", "later"));
        // No protocol that lets a client ask for a tree, and no filter.
        _remote.Git("config", "uploadpack.allowFilter", "false");
        _remote.Git("config", "protocol.version", "0");

        Assert.Contains(culprit[..8], Assert.Single((await PushAsync(("a.yaml", "1\n"))).Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_with_SHA256_names_tells_it_as_well_and_only_where_it_is_so()
    {
        using var remote = GitOpsFixture.WithSha256();
        await remote.PushAsync(Deploy("shop", ("a.yaml", "1\n"), ("b.yaml", "1\n"), ("c.yaml", "1\n")));
        var culprit = remote.Commit(("apps/shop/dev/a.yaml", "by hand\n"));

        var result = await remote.PushAsync(Deploy("shop", ("a.yaml", "2\n"), ("b.yaml", "2\n"), ("c.yaml", "1\n")));

        Assert.StartsWith($"'apps/shop/dev/a.yaml' was changed by hand in the GitOps repository, in commit {culprit[..8]} ", Assert.Single(result.Warnings).Text, StringComparison.Ordinal);
        Assert.Equal(64, result.Commit!.Length);
    }

    [Fact]
    public async Task What_is_newer_is_judged_on_every_tip_and_stops_the_push()
    {
        await _remote.PushAsync(Of("aaaa", ("a.yaml", "1\n")));
        var raced = false;
        var options = Patient with
        {
            BeforePush = async (_, _) =>
            {
                if (raced) return;
                raced = true;
                await _remote.PushAsync(Of("cccc", ("a.yaml", "3\n")));
            },
        };

        var error = await Assert.ThrowsAsync<InkException>(() => _remote.PushAsync(Of("bbbb", ("a.yaml", "2\n")), options));

        Assert.Equal("INK4010", error.Code);
        Assert.Equal("3", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Equal(2, _remote.CommitCount());
    }

    private Task<GitOpsResult> PushAsync(params (string Name, string Text)[] files) => _remote.PushAsync(Deploy("shop", files));

    // Commits are ordered as their names are.
    private static GitOpsChange Of(string commit, params (string Name, string Text)[] files)
    {
        var change = Deploy("shop", commit, files);
        return change with { Folders = [change.Folders[0] with { Order = new ByName(commit) }] };
    }

    private sealed class ByName(string ours) : IDeployOrder
    {
        public Task<GitOpsWarning?> JudgeAsync(string commit, string commitTime, CancellationToken cancellationToken) =>
            string.CompareOrdinal(commit, ours) > 0 ? throw new InkException("INK4010", $"{commit} is newer") : Task.FromResult<GitOpsWarning?>(null);
    }
}
