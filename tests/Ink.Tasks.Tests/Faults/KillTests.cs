using System.Globalization;
using Ink.Tasks.Tests.Git;
using Ink.Tasks.Tests.GitOps;
using Xunit.Abstractions;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.Faults;

/// <summary>Pushes that are killed at any moment. <c>INK_KILLS</c> says how many; all 200 of the standard take minutes.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Few = 10;

    private readonly GitOpsFixture _remote = new();
    private readonly TestRepository _user = new();

    public void Dispose()
    {
        _remote.Dispose();
        _user.Dispose();
    }

    [Fact]
    public async Task A_push_that_is_killed_at_any_moment_leaves_the_remote_before_or_after_and_the_next_one_succeeds()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("INK_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Few;
        _remote.Commit([.. Enumerable.Range(0, 50).Select(i => ($"apps/seed{i}/dev/a.yaml", (string?)"x"))]);
        var cache = _user.PathOf("cache");
        var whole = await TimeAsync(cache);
        var random = new Random(kills);
        var (landed, killed) = (0, 0);
        for (var i = 0; i < kills; i++)
        {
            var before = _remote.Git("rev-parse", "main");
            using (var push = Pusher.Start(_remote.Url, cache, $"app{i % 5}", $"{i}"))
            {
                await Task.Delay(whole * random.NextDouble());
                if (!push.HasExited) killed++;
                // Alone in the one half of the cases: its gits are then left behind, and may still be at it.
                push.Kill(entireProcessTree: i % 2 == 0);
                await push.WaitForExitAsync();
            }

            if (RemoteState.Check(_remote, before, $"app{i % 5}", $"{i}")) landed++;
            await _remote.PushAsync(Deploy("next", ("a.yaml", $"{i}")), Patient with { Cache = cache });
            Assert.Equal($"{i}", _remote.Read("apps/next/dev/a.yaml"));
        }

        output.WriteLine($"{kills} pushes, {killed} killed before their end, {landed} landed; a whole one takes {whole.TotalMilliseconds:F0} ms");
        _remote.Git("fsck", "--strict", "--no-dangling");
    }

    private async Task<TimeSpan> TimeAsync(string cache)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var push = Pusher.Start(_remote.Url, cache, "first", "0");
        await push.WaitForExitAsync();
        Assert.True(push.ExitCode == 0, await push.StandardError.ReadToEndAsync());
        return TimeProvider.System.GetElapsedTime(start);
    }
}
