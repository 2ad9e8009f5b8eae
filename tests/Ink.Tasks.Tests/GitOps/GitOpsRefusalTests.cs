using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.GitOps;

public sealed class GitOpsRefusalTests : IDisposable
{
    private readonly GitOpsFixture _remote = new();

    [Fact]
    public async Task A_server_rule_is_INK4003_with_the_servers_words_and_no_endless_retries()
    {
        _remote.Commit(("x", "0"));
        _remote.Hook("pre-receive", SampleSecrets.Address("echo 'changes need two approvals, see https:§//bot:s3cret@example.com/' >&2; exit 1"));
        var pushes = 0;
        var options = Patient with
        {
            BeforePush = (_, _) =>
            {
                pushes++;
                return Task.CompletedTask;
            },
        };

        var error = await Assert.ThrowsAsync<InkException>(() => _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), options));

        Assert.Equal("INK4003", error.Code);
        Assert.Contains("changes need two approvals", error.Message, StringComparison.Ordinal);
        Assert.Contains("https://***@example.com/", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, pushes);
        Assert.Equal(["x"], _remote.Files());
    }

    [Fact]
    public async Task A_missing_branch_is_INK4003_and_names_those_there_are()
    {
        _remote.Commit(("x", "0"));
        using var repository = _remote.Open(branch: "releases");

        var error = await Assert.ThrowsAsync<InkException>(() => repository.PushAsync(Deploy("shop"), CancellationToken.None));

        Assert.Equal("INK4003", error.Code);
        Assert.Contains("'releases'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'main'", error.Message, StringComparison.Ordinal);
        Assert.Contains("InkGitOpsBranch", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https:§//user:hunter2@127.0.0.1:1/r.git")]
    [InlineData("http://hunter2@127.0.0.1:1/r.git")]
    [InlineData("file:///nowhere/at/all.git")]
    [InlineData("nowhere.git")]
    public async Task A_repository_out_of_reach_is_INK4003_without_its_credentials(string url)
    {
        var log = new List<string>();
        using var repository = _remote.Open(Patient with { Log = log.Add }, url: SampleSecrets.Address(url));

        var error = await Assert.ThrowsAsync<InkException>(() => repository.PushAsync(Deploy("shop"), CancellationToken.None));

        Assert.Equal("INK4003", error.Code);
        Assert.Contains("InkGitOpsUrl", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error + string.Concat(log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside.yaml")]
    [InlineData("apps/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("apps//x")]
    [InlineData("apps/")]
    [InlineData("apps\\x")]
    [InlineData(".git/config")]
    [InlineData("apps/.GIT/hooks/x")]
    [InlineData("apps/.git./x")]
    [InlineData("apps/GIT~1/x")]
    [InlineData("apps/a\nb")]
    [InlineData("")]
    public async Task A_path_that_leaves_its_place_is_INK4003_before_anything_is_run(string path)
    {
        using var repository = _remote.Open();
        var change = Deploy("shop") with { Files = new Dictionary<string, string> { [path] = "x" } };

        var error = await Assert.ThrowsAsync<InkException>(() => repository.PushAsync(change, CancellationToken.None));

        Assert.Equal("INK4003", error.Code);
        Assert.Equal(0, repository.GitRuns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-f")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("a:b")]
    [InlineData("a.lock")]
    [InlineData("/a")]
    [InlineData("main:refs/heads/other")]
    public void A_branch_name_that_git_would_misread_is_INK4003(string branch) =>
        Assert.Equal("INK4003", Assert.Throws<InkException>(() => _remote.Open(branch: branch)).Code);

    [Fact]
    public async Task A_cancelled_push_leaves_the_repository_as_it_was()
    {
        _remote.Commit(("x", "0"));
        using var cancel = new CancellationTokenSource();
        var options = Patient with { BeforePush = (_, _) => cancel.CancelAsync() };
        using var repository = _remote.Open(options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => repository.PushAsync(Deploy("shop", ("a.yaml", "a\n")), cancel.Token));

        Assert.Equal(["x"], _remote.Files());
    }

    [Fact]
    public async Task A_message_cannot_smuggle_in_a_trailer()
    {
        var change = Deploy("shop", ("a.yaml", "a\n")) with { Subject = "deploy\n\nInk-App: other", Trailers = [new("Ink-App", "shop\nInk-Source: 0")] };

        await _remote.PushAsync(change);

        Assert.Equal("deploy Ink-App: other\n\nInk-App: shop Ink-Source: 0", _remote.Git("log", "-1", "--format=%B", "main").TrimEnd());
    }

    public void Dispose() => _remote.Dispose();
}
