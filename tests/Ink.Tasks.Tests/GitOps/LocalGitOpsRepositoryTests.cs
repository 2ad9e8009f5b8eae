using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Tests.Git;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.GitOps;

public sealed class LocalGitOpsRepositoryTests : IDisposable
{
    private readonly TestRepository _folder = new();

    private string Bare => _folder.PathOf("bin/ink/gitops.git");

    [Fact]
    public async Task It_is_made_once_and_takes_a_deploy()
    {
        Assert.True(await EnsureAsync());
        Assert.False(await EnsureAsync());

        using var repository = new GitOpsRepository(new GitOpsTarget("bin/ink/gitops.git", "trunk"), _folder.Root, Patient);
        await repository.PushAsync(Deploy("shop", ("a.yaml", "a\n")), CancellationToken.None);

        Assert.Equal("refs/heads/trunk", TestRepository.GitIn(Bare, "symbolic-ref", "HEAD"));
        Assert.Equal("a", TestRepository.GitIn(Bare, "show", "HEAD:apps/shop/dev/a.yaml"));
    }

    [Fact]
    public async Task Two_builds_that_make_it_at_once_both_succeed_and_one_made_it()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => EnsureAsync()));

        Assert.Single(made, yes => yes);
        Assert.Equal([Bare], Directory.GetDirectories(_folder.PathOf("bin/ink")));
    }

    [Fact]
    public async Task Something_else_in_its_place_is_INK4003()
    {
        _folder.Write("bin/ink/gitops.git/readme.txt", "mine");

        var error = await Assert.ThrowsAsync<InkException>(EnsureAsync);

        Assert.Equal("INK4003", error.Code);
    }

    public void Dispose() => _folder.Dispose();

    private Task<bool> EnsureAsync() => LocalGitOpsRepository.EnsureAsync(Bare, "trunk", log: null, CancellationToken.None);
}
