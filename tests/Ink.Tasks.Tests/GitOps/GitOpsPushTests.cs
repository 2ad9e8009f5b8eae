using Ink.Tasks.GitOps;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.GitOps;

public sealed class GitOpsPushTests : IDisposable
{
    private readonly GitOpsFixture _remote = new();

    [Fact]
    public async Task The_first_deploy_to_an_empty_repository_creates_the_branch()
    {
        var result = await _remote.PushAsync(Deploy("shop", ("service.yaml", "kind: Service\n")));

        Assert.True(result.CreatedBranch);
        Assert.Equal(_remote.Git("rev-parse", "main"), result.Commit);
        Assert.Equal(["apps/shop/dev/.ink/release.json", "apps/shop/dev/service.yaml", "argocd/dev/shop.yaml"], _remote.Files());
        Assert.Equal("kind: Service", _remote.Read("apps/shop/dev/service.yaml"));
        Assert.Equal(3, result.FilesChanged);
    }

    [Fact]
    public async Task The_commit_carries_message_trailers_identity_and_time()
    {
        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Equal(
            "deploy(shop): 1a2b3c4d to dev\n\nInk-App: shop\nInk-Environment: dev",
            _remote.Git("log", "-1", "--format=%B", "main").TrimEnd());
        Assert.Equal("Ink-App=shop", _remote.Git("log", "-1", "--format=%(trailers:key=Ink-App,separator=,key_value_separator==)", "main"));
        Assert.Equal(
            "Ada Example <ada@example.com> 2026-01-02T03:04:05+02:00 Ink <ink@ci> 2026-01-02T03:04:05+02:00",
            _remote.Git("log", "-1", "--format=%an <%ae> %aI %cn <%ce> %cI", "main"));
    }

    [Fact]
    public async Task No_change_means_no_commit()
    {
        var first = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        var second = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Null(second.Commit);
        Assert.Equal(first.Commit, second.Tip);
        Assert.Equal(0, second.FilesChanged);
        Assert.Equal(1, _remote.CommitCount());
    }

    [Fact]
    public async Task Everything_else_in_the_repository_stays_as_it_is()
    {
        _remote.Commit(("README.md", "hello"), ("apps/other/dev/x.yaml", "x"), ("apps/shop/production/x.yaml", "x"), ("apps/shop/dev-2/x.yaml", "x"));

        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Equal(
            ["A\tapps/shop/dev/.ink/release.json", "A\tapps/shop/dev/a.yaml", "A\targocd/dev/shop.yaml"],
            _remote.Git("diff-tree", "-r", "--name-status", "main~1", "main").Split('\n'));
    }

    [Fact]
    public async Task A_file_that_is_no_longer_rendered_is_deleted()
    {
        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n"), ("sub/b.yaml", "b\n")));

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Equal(["apps/shop/dev/sub/b.yaml"], result.FilesDeleted);
        Assert.Empty(result.ForeignFiles);
        Assert.DoesNotContain("apps/shop/dev/sub/b.yaml", _remote.Files());
    }

    [Fact]
    public async Task A_foreign_file_in_an_owned_folder_is_kept_and_reported()
    {
        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));
        _remote.Commit(("apps/shop/dev/notes/mine.md", "mine"));

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "changed\n")));

        Assert.Equal(["apps/shop/dev/notes/mine.md"], result.ForeignFiles);
        Assert.Equal("mine", _remote.Read("apps/shop/dev/notes/mine.md"));
    }

    [Fact]
    public async Task Where_Ink_has_never_been_nothing_is_deleted()
    {
        _remote.Commit(("apps/shop/dev/kustomization.yaml", "theirs"), ("apps/shop/dev/a.yaml", "theirs"));

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "ours\n")));

        Assert.Equal(["apps/shop/dev/kustomization.yaml"], result.ForeignFiles);
        Assert.Equal("ours", _remote.Read("apps/shop/dev/a.yaml"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"files\":\"a.yaml\"}")]
    [InlineData("{}")]
    public async Task A_damaged_list_keeps_every_file_and_warns(string list)
    {
        _remote.Commit(("apps/shop/dev/old.yaml", "old"), ("apps/shop/dev/.ink/release.json", list));

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Contains("apps/shop/dev/old.yaml", _remote.Files());
        Assert.Contains("damaged", Assert.Single(result.Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_points_outside_its_folder_deletes_nothing_there()
    {
        _remote.Commit(
            ("apps/other/dev/x.yaml", "x"),
            ("apps/shop/dev/stale.yaml", "x"),
            ("apps/shop/dev/.ink/release.json", """{"files":["../../other/dev/x.yaml","/README.md","stale.yaml"]}"""));

        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Contains("apps/other/dev/x.yaml", _remote.Files());
        Assert.DoesNotContain("apps/shop/dev/stale.yaml", _remote.Files());
    }

    [Fact]
    public async Task An_owned_folder_without_files_is_emptied_of_what_Ink_wrote()
    {
        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));
        var nothing = Deploy("shop") with { Files = new Dictionary<string, string>() };

        await _remote.PushAsync(nothing);

        Assert.Equal(["argocd/dev/shop.yaml"], _remote.Files());
    }

    [Fact]
    public async Task A_base_path_holds_everything()
    {
        _remote.Commit(("x", "x"));

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), basePath: "/clusters/eu/");

        Assert.Contains("clusters/eu/apps/shop/dev/a.yaml", result.FilesWritten);
        Assert.Equal("a", _remote.Read("clusters/eu/apps/shop/dev/a.yaml"));
    }

    [Fact]
    public async Task Names_with_spaces_quotes_and_other_alphabets_are_written_as_they_are()
    {
        await _remote.PushAsync(Deploy("shop", ("ein \"Käse\" ü.yaml", "é\n")));

        Assert.Contains("apps/shop/dev/ein \"Käse\" ü.yaml", _remote.Git("-c", "core.quotepath=off", "ls-tree", "-r", "-z", "--name-only", "main").Split('\0'));
        Assert.Null((await _remote.PushAsync(Deploy("shop", ("ein \"Käse\" ü.yaml", "é\n")))).Commit);
    }

    [Fact]
    public async Task An_executable_bit_or_a_link_in_the_way_of_a_file_is_put_right()
    {
        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));
        var tree = _remote.Git("rev-parse", "main:apps/shop/dev/a.yaml");
        var index = new Ink.Tasks.Tests.Git.TestRepository();
        using (index)
        {
            index.Git("clone", "--quiet", _remote.Bare, "c");
            Ink.Tasks.Tests.Git.TestRepository.GitIn(index.PathOf("c"), "update-index", "--cacheinfo", $"100755,{tree},apps/shop/dev/a.yaml");
            Ink.Tasks.Tests.Git.TestRepository.GitIn(index.PathOf("c"), "-c", "user.name=x", "-c", "user.email=x@y", "commit", "--quiet", "--no-gpg-sign", "-m", "x");
            Ink.Tasks.Tests.Git.TestRepository.GitIn(index.PathOf("c"), "push", "--quiet", "origin", "main");
        }

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Equal(["apps/shop/dev/a.yaml"], result.FilesWritten);
        Assert.StartsWith("100644", _remote.Git("ls-tree", "main", "apps/shop/dev/a.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_is_refused_rather_than_lost()
    {
        _remote.Commit(("apps/shop/dev/a.yaml/precious", "x"));

        var error = await Assert.ThrowsAsync<Ink.Tasks.Errors.InkException>(() => _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n"))));

        Assert.Equal("INK4003", error.Code);
        Assert.Equal(1, _remote.CommitCount());
    }

    [Fact]
    public async Task A_file_can_be_read_and_then_pushed_with_one_repository()
    {
        await _remote.PushAsync(Deploy("shop", ("a.yaml", "grüße\n")));
        using var repository = _remote.Open();

        Assert.Equal("grüße\n", await repository.ReadFileAsync("apps/shop/dev/a.yaml", CancellationToken.None));
        Assert.Null(await repository.ReadFileAsync("apps/shop/dev/none.yaml", CancellationToken.None));
        Assert.NotNull((await repository.PushAsync(Deploy("shop", ("a.yaml", "b\n")), CancellationToken.None)).Commit);
        Assert.Equal("b\n", await repository.ReadFileAsync("apps/shop/dev/a.yaml", CancellationToken.None));
    }

    [Fact]
    public async Task Reading_an_empty_repository_gives_nothing()
    {
        using var repository = _remote.Open();

        Assert.Null(await repository.ReadTipAsync(CancellationToken.None));
        Assert.Null(await repository.ReadFileAsync("apps/shop/dev/a.yaml", CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_push_fetches_no_file_content_it_does_not_need(bool filters)
    {
        _remote.Git("config", "uploadpack.allowFilter", filters ? "true" : "false");
        _remote.Commit(("apps/other/dev/big.yaml", "x"), ("apps/shop/dev/a.yaml", "old"));
        var log = new List<string>();

        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), Patient with { Log = log.Add });

        // The second fetch is of what is left of one app; without filters the first brings everything.
        string[] expected = filters ? ["config", "fetch", "cat-file", "fetch", "fast-import", "push"] : ["config", "fetch", "cat-file", "fast-import", "push"];
        Assert.Equal(expected, log.Select(line => line.Split(' ').First(word => word is not ("git" or "-c") && !word.Contains('.', StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_sha256_repository_works()
    {
        using var remote = GitOpsFixture.WithSha256();

        var first = await remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));
        var second = await remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Equal(64, first.Commit!.Length);
        Assert.Null(second.Commit);
    }

    public void Dispose() => _remote.Dispose();
}
