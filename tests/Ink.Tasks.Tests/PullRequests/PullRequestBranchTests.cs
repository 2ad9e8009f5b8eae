using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Tests.GitOps;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.PullRequests;

/// <summary>The branch that a pull request is of.</summary>
public sealed class PullRequestBranchTests : IDisposable
{
    private const string Branch = "ink/shop/dev/1a2b3c4d";

    private readonly GitOpsFixture _remote = new();

    public void Dispose() => _remote.Dispose();

    [Fact]
    public async Task The_commit_goes_to_the_branch_and_the_target_stays_as_it_is()
    {
        var tip = _remote.Commit(("x", "0"));

        var result = await ProposeAsync("1");

        Assert.Equal((Branch, tip), (result.Branch, _remote.Git("rev-parse", "main")));
        Assert.Equal(result.Commit, _remote.Git("rev-parse", Branch));
        Assert.Equal(tip, _remote.Git("rev-parse", $"{Branch}~1"));
        Assert.Equal("1", _remote.Read("apps/shop/dev/a.yaml", Branch));
    }

    [Fact]
    public async Task The_same_again_leaves_the_branch_as_it_is()
    {
        _remote.Commit(("x", "0"));
        var first = await ProposeAsync("1");

        Assert.Equal(first.Commit, (await ProposeAsync("1", DateTimeOffset.UtcNow.AddHours(1))).Commit);
        Assert.Equal(first.Commit, _remote.Git("rev-parse", Branch));
    }

    [Fact]
    public async Task Another_try_replaces_the_branch_on_the_new_tip()
    {
        _remote.Commit(("x", "0"));
        await ProposeAsync("1");
        var tip = _remote.Commit(("x", "1"));

        await ProposeAsync("2");

        Assert.Equal(tip, _remote.Git("rev-parse", $"{Branch}~1"));
        Assert.Equal("2", _remote.Read("apps/shop/dev/a.yaml", Branch));
    }

    [Fact]
    public async Task What_is_deployed_already_is_not_proposed()
    {
        await _remote.PushAsync(Deploy("shop", ("a.yaml", "1")));

        var result = await ProposeAsync("1");

        Assert.Null(result.Branch);
        Assert.Null(result.Commit);
        Assert.DoesNotContain("ink/", _remote.Git("for-each-ref"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "merge_request.create")]
    [InlineData("false", "")]
    public async Task Push_options_are_for_servers_that_take_them(string takes, string expected)
    {
        _remote.Commit(("x", "0"));
        _remote.Git("config", "receive.advertisePushOptions", takes);
        var noted = Path.Combine(_remote.Root, "noted");
        _remote.Hook("pre-receive", $"echo \"$GIT_PUSH_OPTION_0\" > '{noted}'");
        using var repository = _remote.Open();

        await repository.PushAsync(Deploy("shop", ("a.yaml", "1")), new PushHead(Branch, ["merge_request.create"]), default);

        Assert.Equal(expected, File.ReadAllText(noted).Trim());
        Assert.Equal("1", _remote.Read("apps/shop/dev/a.yaml", Branch));
    }

    [Fact]
    public async Task A_server_that_refuses_the_branch_is_INK4003_with_its_words()
    {
        _remote.Commit(("x", "0"));
        _remote.Hook("pre-receive", "echo 'no branches of robots' >&2; exit 1");

        var error = await Assert.ThrowsAsync<InkException>(() => ProposeAsync("1"));

        Assert.Equal("INK4003", error.Code);
        Assert.Contains("no branches of robots", error.Message, StringComparison.Ordinal);
    }

    private async Task<GitOpsResult> ProposeAsync(string text, DateTimeOffset? time = null)
    {
        using var repository = _remote.Open();
        var change = Deploy("shop", ("a.yaml", text));
        return await repository.PushAsync(time is { } other ? change with { Time = other } : change, new PushHead(Branch, []), default);
    }
}
