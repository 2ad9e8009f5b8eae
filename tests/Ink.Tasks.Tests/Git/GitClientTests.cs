using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Tests.Git;

public sealed class GitClientTests : IDisposable
{
    private readonly TestRepository _repository = new();

    [Fact]
    public async Task What_git_says_and_what_is_logged_is_masked()
    {
        var log = new List<string>();
        var result = await new GitClient(ErrorCodes.GitOps, log.Add).RunAsync(
            new GitCall(_repository.Root, "ls-remote", SampleSecrets.Address("https:§//user:hunter2@127.0.0.1:1/x")), CancellationToken.None);

        Assert.False(result.Succeeded);
        Assert.DoesNotContain("hunter2", result.Error + string.Concat(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_ends_git()
    {
        using var cancel = new CancellationTokenSource();
        var run = new GitClient(ErrorCodes.GitOps).RunAsync(
            new GitCall(_repository.Root, "-c", "alias.wait=!exec tail -f /dev/null", "wait"), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_call_that_does_not_end_is_stopped_with_a_coded_error()
    {
        var call = new GitCall(_repository.Root, "-c", "alias.wait=!exec tail -f /dev/null", "wait") { Timeout = TimeSpan.FromMilliseconds(50) };

        var error = await Assert.ThrowsAsync<InkException>(() => new GitClient(ErrorCodes.GitOps).RunAsync(call, CancellationToken.None));

        Assert.Equal("INK4003", error.Code);
    }

    [Fact]
    public async Task Credentials_of_an_address_reach_git_by_a_helper_scoped_to_the_host()
    {
        var remote = RemoteUrl.Parse("https://us er:p\\a%25'ss@example.com/o/r", "/");
        var environment = RemoteConfiguration.For(remote, [], sshCommand: null);

        var asked = await FillAsync("protocol=https\nhost=example.com\n\n");
        var elsewhere = await FillAsync("protocol=https\nhost=evil.example\n\n");

        Assert.Contains("username=us er\n", asked.Text, StringComparison.Ordinal);
        Assert.Contains("password=p\\a%'ss\n", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("p\\a", elsewhere.Text, StringComparison.Ordinal);

        Task<GitResult> FillAsync(string question) => new GitClient(ErrorCodes.GitOps).RunAsync(
            new GitCall(_repository.Root, "credential", "fill")
            {
                Environment = new Dictionary<string, string?>(environment) { ["GIT_ASKPASS"] = "true", ["GIT_CONFIG_GLOBAL"] = "/dev/null" },
                Input = System.Text.Encoding.UTF8.GetBytes(question),
            },
            CancellationToken.None);
    }

    [Theory]
    [InlineData("GIT_AUTHOR_NAME", "Env", "Env")]
    [InlineData("UNRELATED", "Env", "Ada Example")]
    public async Task The_author_is_who_git_would_say(string variable, string value, string expected)
    {
        _repository.Init();
        var settings = await GitSettings.ReadAsync(new GitClient(ErrorCodes.GitOps), _repository.Root, CancellationToken.None);

        var identity = CommitIdentity.Resolve(settings, name => name == variable ? value : null);

        Assert.Equal(new Identity(expected, "ada@example.com"), identity.Author);
        Assert.Equal(new Identity("Ada Example", "ada@example.com"), identity.Committer);
    }

    [Fact]
    public void An_identity_cannot_break_the_header_of_a_commit() =>
        Assert.Equal("Eve root <x@y>", new Identity("Eve\n <root>", "x@y>\n").ToString());

    public void Dispose() => _repository.Dispose();
}
