using System.Diagnostics;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Tests.Git;
using static Ink.Tasks.Tests.GitOps.GitOpsFixture;

namespace Ink.Tasks.Tests.GitOps;

/// <summary>Commits that are signed by ssh, for which a key is made on the spot.</summary>
public sealed class GitOpsSigningTests : IDisposable
{
    private readonly GitOpsFixture _remote = new();
    private readonly TestRepository _project = new();

    public void Dispose()
    {
        _remote.Dispose();
        _project.Dispose();
    }

    [SkippableFact]
    public async Task A_commit_is_signed_as_the_projects_repository_is_set_up_and_can_be_verified()
    {
        MakeKey();
        _remote.Commit(("x", "0"));

        var result = await PushAsync();

        _project.Write("allowed", $"ink@ci {File.ReadAllText(_project.PathOf("key.pub"))}");
        _remote.Git("-c", "gpg.format=ssh", "-c", $"gpg.ssh.allowedSignersFile={_project.PathOf("allowed")}", "verify-commit", result.Commit!);
        Assert.Equal("Ada Example|Ink|2026-01-02T03:04:05+02:00", _remote.Git("log", "-1", "--format=%an|%cn|%aI", "main"));
        Assert.Equal("deploy(shop): 1a2b3c4d to dev\n\nInk-App: shop\nInk-Environment: dev", _remote.Git("log", "-1", "--format=%B", "main").TrimEnd());
        Assert.Equal(2, _remote.CommitCount());
    }

    [Fact]
    public async Task A_key_that_is_missing_is_INK4003_and_nothing_is_pushed()
    {
        _project.Init();
        _project.Git("config", "gpg.format", "ssh");
        _project.Git("config", "user.signingKey", _project.PathOf("nowhere"));
        _remote.Commit(("x", "0"));

        var error = await Assert.ThrowsAsync<InkException>(PushAsync);

        Assert.Equal("INK4003", error.Code);
        Assert.Contains("could not be signed", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _remote.CommitCount());
    }

    private void MakeKey()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", _project.PathOf("key")]))!;
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "ssh-keygen is not installed.");
        }

        _project.Init();
        _project.Git("config", "gpg.format", "ssh");
        _project.Git("config", "user.signingKey", _project.PathOf("key"));
    }

    private async Task<GitOpsResult> PushAsync()
    {
        using var repository = new GitOpsRepository(new GitOpsTarget(_remote.Url), _project.Root, Patient with { Sign = true });
        return await repository.PushAsync(Deploy("shop", ("a.yaml", "a\n")), default);
    }
}
