using Ink.Tasks.Errors;
using Ink.Tasks.Tests.GitOps;
using Xunit.Abstractions;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.Faults;

/// <summary>A server whose connections break after any number of bytes: while the tip is read, while trees are, in the middle of a push.</summary>
public sealed class BrokenConnectionTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 12;

    private readonly GitOpsFixture _remote = new();

    public void Dispose() => _remote.Dispose();

    [Fact]
    public async Task Whatever_byte_a_connection_breaks_at_the_remote_is_before_or_after_and_the_next_push_succeeds()
    {
        _remote.Commit([.. Enumerable.Range(0, 20).Select(i => ($"apps/seed{i}/dev/a.yaml", (string?)"x"))]);
        using var daemon = new GitDaemon(_remote.Root);
        using var proxy = new CuttingProxy(daemon.Port);
        var random = new Random(1);
        var (landed, failed) = (0, 0);
        for (var i = 0; i < Rounds; i++)
        {
            var before = _remote.Git("rev-parse", "main");
            (proxy.Spared, proxy.Limit) = (i % 4, random.Next(1, 3000));
            try
            {
                using var repository = _remote.Open(url: $"git://127.0.0.1:{proxy.Port}/gitops.git");
                await repository.PushAsync(Deploy("shop", ("a.yaml", $"{i}"), ("b.yaml", $"{i}")), default);
            }
            catch (InkException error)
            {
                Assert.Equal("INK4003", error.Code);
                failed++;
            }

            if (RemoteState.Check(_remote, before, "shop", $"{i}")) landed++;
            using var next = _remote.Open(url: $"git://127.0.0.1:{daemon.Port}/gitops.git");
            await next.PushAsync(Deploy("shop", ("a.yaml", $"next {i}")), default);
            Assert.Equal($"next {i}", _remote.Read("apps/shop/dev/a.yaml"));
        }

        output.WriteLine($"{Rounds} pushes over {proxy.Cuts} broken connections: {landed} landed, {failed} failed");
        Assert.True(proxy.Cuts >= Rounds, $"{proxy.Cuts}");
    }
}
