using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.GitOps;

public sealed class GitOpsRaceTests : IDisposable
{
    private readonly GitOpsFixture _remote = new();

    [Fact]
    public async Task A_moved_branch_is_retried_on_the_new_tip()
    {
        _remote.Commit(("x", "0"));
        var moved = 0;
        var options = Patient with
        {
            BeforePush = (_, _) =>
            {
                if (moved++ < 2) _remote.Commit(("x", $"{moved}"));
                return Task.CompletedTask;
            },
        };

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), options);

        Assert.Equal(3, result.Attempts);
        Assert.Equal(result.Commit, _remote.Git("rev-parse", "main"));
        Assert.Equal("2", _remote.Read("x"));
        Assert.Equal(4, _remote.CommitCount());
    }

    [Fact]
    public async Task A_branch_that_keeps_moving_is_INK4004_when_the_budget_is_spent()
    {
        _remote.Commit(("x", "0"));
        var moved = 0;
        var options = Patient with
        {
            Budget = new PushBudget(3, TimeSpan.FromMinutes(1), TimeSpan.Zero),
            BeforePush = (_, _) =>
            {
                _remote.Commit(("x", $"{++moved}"));
                return Task.CompletedTask;
            },
        };

        var error = await Assert.ThrowsAsync<InkException>(() => _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), options));

        Assert.Equal("INK4004", error.Code);
        Assert.Contains("3 attempts", error.Message, StringComparison.Ordinal);
        Assert.Equal(["x"], _remote.Files());
    }

    [Fact]
    public async Task Once_the_time_is_up_no_new_attempt_is_begun()
    {
        _remote.Commit(("x", "0"));
        var moved = 0;
        var options = Patient with
        {
            Budget = new PushBudget(50, TimeSpan.Zero, TimeSpan.Zero),
            BeforePush = (_, _) =>
            {
                _remote.Commit(("x", $"{++moved}"));
                return Task.CompletedTask;
            },
        };

        var error = await Assert.ThrowsAsync<InkException>(() => _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), options));

        Assert.Equal("INK4004", error.Code);
        Assert.Equal(1, moved);
    }

    [Fact]
    public async Task The_first_deploy_of_two_apps_at_once_lands_both()
    {
        var raced = false;
        var options = Patient with
        {
            BeforePush = async (_, _) =>
            {
                if (raced) return;
                raced = true;
                await _remote.PushAsync(Deploy("other", ("o.yaml", "o\n")));
            },
        };

        await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), options);

        Assert.Equal(2, _remote.CommitCount());
        Assert.Contains("apps/other/dev/o.yaml", _remote.Files());
        Assert.Contains("apps/shop/dev/a.yaml", _remote.Files());
    }

    [Fact]
    public async Task A_push_whose_answer_was_lost_is_recognised_by_the_tip()
    {
        _remote.Commit(("x", "0"));
        // The server takes the commit, and then reports failure: as a connection cut at the last byte.
        _remote.Hook("update", "git update-ref \"$1\" \"$3\" \"$2\"; exit 1");

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")));

        Assert.Equal(_remote.Git("rev-parse", "main"), result.Commit);
        Assert.Equal(2, _remote.CommitCount());
        Assert.Equal(3, result.FilesChanged);
    }

    [Fact]
    public async Task A_lock_of_another_push_is_waited_for()
    {
        _remote.Commit(("x", "0"));
        var held = Path.Combine(_remote.Bare, "refs", "heads", "main.lock");
        var pushes = 0;
        var options = Patient with
        {
            BeforePush = (_, _) =>
            {
                if (pushes++ == 0) File.WriteAllText(held, "");
                else if (pushes == 3) File.Delete(held);
                return Task.CompletedTask;
            },
        };

        var result = await _remote.PushAsync(Deploy("shop", ("a.yaml", "a\n")), options);

        Assert.Equal(3, result.Attempts);
        Assert.Equal(2, _remote.CommitCount());
    }

    [Fact]
    public async Task Many_deployers_at_once_all_land_each_with_its_own_change_only()
    {
        const int Deployers = 12;
        _remote.Commit([.. Enumerable.Range(0, 100).Select(i => ($"apps/seed{i}/dev/a.yaml", (string?)"x"))]);

        await Task.WhenAll(Enumerable.Range(0, Deployers).Select(i => _remote.PushAsync(Deploy($"app{i}", ("a.yaml", $"{i}\n")))));

        Assert.Equal(Deployers + 1, _remote.CommitCount());
        Assert.Empty(_remote.Git("rev-list", "--merges", "main"));
        foreach (var commit in _remote.Git("rev-list", $"-{Deployers}", "main").Split('\n'))
        {
            var app = _remote.Git("log", "-1", "--format=%(trailers:key=Ink-App,valueonly)", commit).Trim();
            Assert.Equal(
                [$"apps/{app}/dev/.ink/release.json", $"apps/{app}/dev/a.yaml", $"argocd/dev/{app}.yaml"],
                _remote.Git("diff-tree", "-r", "--name-only", $"{commit}~1", commit).Split('\n'));
        }

        _remote.Git("fsck", "--strict", "--no-dangling");
    }

    public void Dispose() => _remote.Dispose();
}
