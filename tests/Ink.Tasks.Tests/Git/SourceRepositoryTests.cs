using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.Tests.Git;

public sealed class SourceRepositoryTests : IDisposable
{
    private readonly TestRepository _repository = new();

    [Fact]
    public async Task A_clean_tree_tells_its_commit_branch_and_time()
    {
        var commit = _repository.Init().Write("src/app.cs", "x").Commit();

        var state = await ReadAsync("src");

        Assert.Equal(commit, state.Commit);
        Assert.Equal(commit[..8], state.ShortCommit);
        Assert.Equal("main", state.Branch);
        Assert.Equal(_repository.Root, state.Root);
        Assert.Equal(TimeSpan.Zero, state.CommitTime.Offset);
        Assert.Equal(_repository.Git("log", "-1", "--format=%ct"), $"{state.CommitTime.ToUnixTimeSeconds()}");
        Assert.Null(state.RemoteUrl);
        Assert.False(state.IsDirty);
    }

    [Fact]
    public async Task A_detached_head_has_no_branch()
    {
        _repository.Init().Write("a", "x").Commit();
        _repository.Git("checkout", "--quiet", "--detach");

        Assert.Null((await ReadAsync()).Branch);
    }

    [Theory]
    [InlineData("src/app.cs", true)] // tracked and changed
    [InlineData("other/new file.txt", true)] // untracked, outside the project
    [InlineData("src/bin/Debug/app.dll", false)]
    [InlineData("src/obj/project.assets.json", false)]
    [InlineData("src/robin/x.txt", true)]
    [InlineData("src/bin", true)] // a file of that name is no build output
    [InlineData("src/deploy/checkout.yaml", false)] // the excluded folder
    [InlineData("src/deployed/x", true)]
    public async Task Whether_a_file_makes_the_tree_dirty(string file, bool dirty)
    {
        _repository.Init().Write("src/app.cs", "x").Commit();
        _repository.Write(file, "changed");

        var state = await ReadAsync("src", "deploy/");

        Assert.Equal(dirty, state.IsDirty);
        Assert.Equal(dirty ? [file] : [], state.DirtyFiles);
    }

    [Fact]
    public async Task A_tracked_file_in_bin_counts_when_it_changes()
    {
        _repository.Init().Write("bin/tool.sh", "x").Commit();
        _repository.Write("bin/tool.sh", "y");

        Assert.Equal(["bin/tool.sh"], (await ReadAsync()).DirtyFiles);
    }

    [Fact]
    public async Task Deleted_staged_and_renamed_files_count_and_ignored_ones_do_not()
    {
        _repository.Init().Write("a", "aaaaaaaaaaaaaaaaaaaa").Write("b", "b").Write(".gitignore", "*.log\n").Commit();
        _repository.Git("mv", "a", "c");
        File.Delete(_repository.PathOf("b"));
        _repository.Write("noise.log", "x");

        Assert.Equal(["a", "b", "c"], (await ReadAsync()).DirtyFiles.Order());
    }

    [Fact]
    public async Task Only_the_first_few_dirty_files_are_named_and_all_are_counted()
    {
        _repository.Init().Commit();
        for (var i = 0; i < 12; i++) _repository.Write($"f{i}", "x");

        var state = await ReadAsync();

        Assert.Equal(12, state.DirtyCount);
        Assert.Equal(5, state.DirtyFiles.Count);
    }

    [Theory]
    [InlineData("https:§//user:p%40ss@example.com/o/r.git", "https://example.com/o/r.git")]
    [InlineData("https://token@example.com/o/r.git", "https://example.com/o/r.git")]
    [InlineData("ssh://git:pw@example.com/o/r.git", "ssh://git@example.com/o/r.git")]
    [InlineData("git@example.com:o/r.git", "git@example.com:o/r.git")]
    public async Task The_remote_is_told_without_credentials(string url, string shown)
    {
        _repository.Init().Commit();
        _repository.Git("remote", "add", "origin", SampleSecrets.Address(url));

        Assert.Equal(shown, (await ReadAsync()).RemoteUrl);
    }

    [Fact]
    public async Task The_remote_of_the_branch_comes_before_origin()
    {
        _repository.Init().Commit();
        _repository.Git("remote", "add", "origin", "https://example.com/fork");
        _repository.Git("remote", "add", "upstream", "https://example.com/upstream");
        _repository.Git("config", "branch.main.remote", "upstream");

        Assert.Equal("https://example.com/upstream", (await ReadAsync()).RemoteUrl);
    }

    [Fact]
    public async Task A_sha256_repository_has_commits_of_64_digits()
    {
        _repository.Init("--object-format=sha256").Commit();

        Assert.Equal(64, (await ReadAsync()).Commit.Length);
    }

    [Fact]
    public async Task A_linked_worktree_is_its_own_root()
    {
        _repository.Init().Write("a", "x").Commit();
        _repository.Git("worktree", "add", "--quiet", "-b", "side", "linked");

        var state = await ReadAsync("linked");

        Assert.Equal(_repository.PathOf("linked"), state.Root);
        Assert.Equal("side", state.Branch);
    }

    [Fact]
    public async Task A_folder_outside_any_repository_is_INK4009_with_the_remedy()
    {
        var error = await Assert.ThrowsAsync<InkException>(() => ReadAsync());

        Assert.Equal("INK4009", error.Code);
        Assert.Contains("git init", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_without_a_commit_is_INK4009_with_the_remedy()
    {
        _repository.Init().Write("a", "x");

        var error = await Assert.ThrowsAsync<InkException>(() => ReadAsync());

        Assert.Equal("INK4009", error.Code);
        Assert.Contains("git commit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_git_is_INK4009_and_says_how_to_install_it()
    {
        var git = new GitClient(ErrorCodes.Source, program: "git-that-is-not-there");

        var error = await Assert.ThrowsAsync<InkException>(
            () => new SourceRepository(git).ReadAsync(_repository.Root, [], CancellationToken.None));

        Assert.Equal("INK4009", error.Code);
        Assert.Contains("apt-get install git", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_repository_of_another_user_is_INK4009_and_names_safe_directory()
    {
        Skip.IfNot(System.Environment.UserName == "root" && !OperatingSystem.IsWindows(), "only root can give a folder away");
        _repository.Init().Commit();
        using var chown = System.Diagnostics.Process.Start("chown", ["-R", "65534", _repository.Root]);
        await chown.WaitForExitAsync();
        Skip.IfNot(chown.ExitCode == 0, "this file system keeps no owners");

        var error = await Assert.ThrowsAsync<InkException>(() => ReadAsync());

        Assert.Equal("INK4009", error.Code);
        Assert.Contains("safe.directory", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _repository.Dispose();

    private Task<SourceState> ReadAsync(string project = ".", params string[] excluded) =>
        new SourceRepository(new GitClient(ErrorCodes.Source)).ReadAsync(_repository.PathOf(project), excluded, CancellationToken.None);
}
