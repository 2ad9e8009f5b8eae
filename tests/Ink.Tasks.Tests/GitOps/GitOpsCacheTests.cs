using Ink.Tasks.Git;
using Ink.Tasks.GitOps;
using Ink.Tasks.GitOps.Work;
using Ink.Tasks.Tests.Git;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.GitOps;

public sealed class GitOpsCacheTests : IDisposable
{
    private readonly GitOpsFixture _remote = new();
    private readonly TestRepository _user = new();
    private readonly List<string> _log = [];
    private readonly List<string> _told = [];

    private string Cache => _user.PathOf("cache/ink/gitops");

    private string Folder => Assert.Single(Directory.GetDirectories(Cache));

    private string Work => Path.Combine(Folder, "work.git");

    private GitOpsOptions Options => Patient with { Cache = Cache, Log = _log.Add, Tell = _told.Add };

    public void Dispose()
    {
        _remote.Dispose();
        _user.Dispose();
    }

    [Fact]
    public async Task The_second_deploy_of_an_app_fetches_the_tip_alone()
    {
        await PushAsync("first");
        _log.Clear();

        await PushAsync("second");

        Assert.Equal(["config", "fetch", "cat-file", "fast-import", "push"], _log.Select(Verb));
        Assert.Equal("second", _remote.Read("apps/shop/dev/a.yaml"));
    }

    [Fact]
    public async Task What_others_have_pushed_since_is_seen()
    {
        await PushAsync("first");
        _remote.Commit(("apps/shop/dev/a.yaml", "theirs"), ("apps/other/dev/x.yaml", "x"));

        Assert.NotNull((await PushAsync("first")).Commit);

        Assert.Equal("first", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Equal("x", _remote.Read("apps/other/dev/x.yaml"));
    }

    [Fact]
    public async Task Another_branch_of_the_same_address_is_another_tip()
    {
        await PushAsync("first");
        _remote.Git("update-ref", "refs/heads/release", _remote.Commit(("apps/shop/dev/a.yaml", "release")));
        using var repository = _remote.Open(Options, branch: "release");

        Assert.Equal("release", await repository.ReadFileAsync("apps/shop/dev/a.yaml", default));
        Assert.Single(Directory.GetDirectories(Cache));
    }

    [Theory]
    [InlineData("https:§//deployer:hunter2hunter2@127.0.0.1:1/team/r.git", "hunter2", "deployer")]
    [InlineData("http://127.0.0.1:1/r.git?private_token=hunter2hunter2", "hunter2", "private_token")]
    public async Task Nothing_of_an_address_is_in_the_name_or_in_a_file(string url, params string[] secrets)
    {
        using (var repository = _remote.Open(Options, url: SampleSecrets.Address(url)))
            await Assert.ThrowsAsync<Ink.Tasks.Errors.InkException>(() => repository.PushAsync(Deploy("shop"), default));

        var all = Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories);
        var texts = all.Where(File.Exists).Select(File.ReadAllText).Concat(all).Append(Folder);
        Assert.All(secrets, secret => Assert.DoesNotContain(texts, text => text.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_address_is_not_in_the_configuration_after_a_deploy()
    {
        await PushAsync("first");

        Assert.DoesNotContain("remote", File.ReadAllText(Path.Combine(Work, "config")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    [Fact]
    public async Task Many_at_once_wait_for_each_other_and_none_has_to_push_twice()
    {
        _remote.Commit(("x", "0"));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _remote.PushAsync(Deploy($"app{i}", ("a.yaml", $"{i}\n")), Patient with { Cache = Cache })));

        Assert.All(results, result => Assert.Equal(1, result.Attempts));
        Assert.Equal(9, _remote.CommitCount());
    }

    [Fact]
    public async Task Who_waits_too_long_for_another_gets_none()
    {
        var remote = RemoteUrl.Parse(_remote.Url, _remote.Root);
        using var other = await KeptFolder.HoldAsync(Cache, remote, TimeSpan.Zero, default);

        Assert.NotNull(other);
        Assert.Null(await KeptFolder.HoldAsync(Cache, remote, TimeSpan.Zero, default));
    }

    [Theory]
    [InlineData("HEAD", "")]
    [InlineData("HEAD", null)]
    [InlineData("config", "[core")]
    [InlineData("shallow.lock", "")]
    [InlineData("shallow", "nonsense\n")]
    [InlineData("refs/ink/tip", "nonsense\n")]
    [InlineData("refs/ink/tip", "1111111111111111111111111111111111111111\n")]
    [InlineData("refs/ink/tip.lock", "")]
    [InlineData("refs/ink/new.lock", "")]
    [InlineData("FETCH_HEAD", "nonsense\n")]
    public async Task A_file_that_is_damaged_or_left_by_a_killed_deploy_is_mended_in_passing(string file, string? text)
    {
        await PushAsync("first");
        var path = Path.Combine(Work, file);
        if (text is null) File.Delete(path);
        else File.WriteAllText(path, text);

        await PushAsync("second");

        Assert.Equal("second", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Empty(_told);
    }

    [Theory]
    [InlineData("*.pack", 0)]
    [InlineData("*.pack", 30)]
    [InlineData("*.idx", 0)]
    [InlineData("*.idx", 900)]
    [InlineData("*", -1)]
    public async Task Packs_that_are_cut_off_or_gone_are_fetched_anew(string names, int length)
    {
        await PushAsync("first");
        foreach (var file in Directory.GetFiles(Path.Combine(Work, "objects", "pack"), names))
        {
            File.SetAttributes(file, FileAttributes.Normal);
            if (length < 0) File.Delete(file);
            else using (var stream = File.Open(file, FileMode.Open)) stream.SetLength(Math.Min(length, stream.Length));
        }

        _remote.Commit(("apps/other/dev/x.yaml", "x"));
        await PushAsync("second");

        Assert.Equal("second", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Equal("x", _remote.Read("apps/other/dev/x.yaml"));
        _remote.Git("fsck", "--strict", "--no-dangling");
    }

    [Fact]
    public async Task After_many_deploys_it_is_begun_anew()
    {
        await PushAsync("first");
        var packs = Path.Combine(Work, "objects", "pack");
        for (var i = 0; i < 500; i++) File.WriteAllText(Path.Combine(packs, $"left-{i}.tmp"), "");

        await PushAsync("second");

        Assert.True(Directory.GetFiles(packs).Length < 50);
    }

    [Fact]
    public async Task A_cache_folder_that_cannot_be_made_is_told_and_done_without()
    {
        _user.Write("cache", "a file");

        await PushAsync("first");

        Assert.Equal("first", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Contains($"'{Cache}' cannot be used, so a temporary folder is", Assert.Single(_told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_another_process_is_just_making_or_holds_stays()
    {
        var made = Directory.CreateDirectory(Path.Combine(Cache, "made")).FullName;
        using var other = await KeptFolder.HoldAsync(Cache, RemoteUrl.Parse("https://git.example.com/other.git", "/"), TimeSpan.Zero, default);
        File.SetLastWriteTimeUtc(Path.Combine(other!.Path, "lock"), DateTime.UtcNow.AddDays(-31));

        await PushAsync("first");

        Assert.True(Directory.Exists(made));
        Assert.True(Directory.Exists(other.Path));
    }

    [Fact]
    public async Task Caches_that_nobody_used_for_a_month_go()
    {
        var old = Directory.CreateDirectory(Path.Combine(Cache, "old")).FullName;
        File.WriteAllText(Path.Combine(old, "lock"), "0");
        File.SetLastWriteTimeUtc(Path.Combine(old, "lock"), DateTime.UtcNow.AddDays(-31));

        await PushAsync("first");

        Assert.False(Directory.Exists(old));
    }

    [Theory]
    [InlineData("linux", "/xdg", "/home/ada", "/xdg/ink/gitops")]
    [InlineData("linux", "relative", "/home/ada", "/home/ada/.cache/ink/gitops")]
    [InlineData("linux", null, "/home/ada", "/home/ada/.cache/ink/gitops")]
    [InlineData("linux", null, null, null)]
    public void The_folder_is_the_one_of_the_platform(string platform, string? xdg, string? home, string? expected)
    {
        if (!OperatingSystem.IsOSPlatform(platform)) return;
        Assert.Equal(expected, CacheFolder.Find(name => name switch { "XDG_CACHE_HOME" => xdg, "HOME" => home, _ => null }));
    }

    /// <summary>The verb of a logged line: <c>git -c a.b=c fetch …</c>.</summary>
    private static string Verb(string line) => line.Split(' ').First(word => word is not ("git" or "-c") && !word.Contains('.', StringComparison.Ordinal));

    private Task<GitOpsResult> PushAsync(string text) => _remote.PushAsync(Deploy("shop", ("a.yaml", text)), Options);
}
