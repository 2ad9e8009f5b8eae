using System.Diagnostics;
using Ink.Tasks.GitOps;
using Ink.Tasks.Tests.Git;
using Ink.Tasks.Tests.GitOps;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.Faults;

/// <summary>A cache on a disk that is full, or that cannot be written.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly GitOpsFixture _remote = new();
    private readonly TestRepository _user = new();
    private readonly List<string> _told = [];
    private bool _isMounted;

    private string Disk => _user.PathOf("disk");

    public void Dispose()
    {
        if (_isMounted) Run("umount", Disk);
        _remote.Dispose();
        _user.Dispose();
    }

    [SkippableTheory]
    [InlineData("size=4k")]
    [InlineData("size=32k")]
    public async Task A_cache_on_a_disk_that_fills_up_is_told_and_done_without(string size)
    {
        // So much that the first fetch cannot be kept.
        _remote.Commit([.. Enumerable.Range(0, 800).Select(i => ($"apps/seed{i}/dev/a.yaml", (string?)Guid.NewGuid().ToString()))]);
        Mount(size);

        await PushAsync("first");
        await PushAsync("second");

        Assert.Equal("second", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Contains("cannot be used, so a temporary folder is", _told[0], StringComparison.Ordinal);
        Assert.Equal(3, _remote.CommitCount());
    }

    [SkippableFact]
    public async Task A_home_that_is_read_only_is_told_and_done_without()
    {
        Mount("ro");

        await PushAsync("first");

        Assert.Equal("first", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Contains("cannot be used, so a temporary folder is", Assert.Single(_told), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_disk_that_fills_up_between_two_deploys_is_told_and_done_without()
    {
        Mount("size=2m");
        await PushAsync("first");
        try
        {
            File.WriteAllBytes(Path.Combine(Disk, "full"), new byte[4 << 20]);
        }
        catch (IOException)
        {
            // Full it is.
        }

        _remote.Commit(("apps/other/dev/a.yaml", "x"));
        await PushAsync("second");

        Assert.Equal("second", _remote.Read("apps/shop/dev/a.yaml"));
        Assert.Equal("x", _remote.Read("apps/other/dev/a.yaml"));
    }

    private void Mount(string options)
    {
        Directory.CreateDirectory(Disk);
        _isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Disk);
        Skip.IfNot(_isMounted, "A small disk needs a mount, and this user may not make one.");
    }

    private Task<GitOpsResult> PushAsync(string text) => _remote.PushAsync(Deploy("shop", ("a.yaml", text)), Patient with { Cache = Path.Combine(Disk, "cache"), Tell = _told.Add });

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
