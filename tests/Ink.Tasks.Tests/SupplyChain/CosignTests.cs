using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.SupplyChain;

namespace Ink.Tasks.Tests.SupplyChain;

/// <summary>With a script in cosign's place, which keeps what it was called with.</summary>
public sealed class CosignTests : IDisposable
{
    private static readonly string Image = $"registry.example/shop@sha256:{new string('a', 64)}";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task It_is_called_with_the_digest_and_asks_nobody()
    {
        await Stand("exit 0").SignAsync(Image, "", CancellationToken.None);
        Assert.Equal(["sign", "--yes", Image], Calls());
    }

    [SkippableFact]
    public async Task A_key_is_passed_as_it_is_and_no_shell_reads_it()
    {
        await Stand("exit 0").SignAsync(Image, "keys/$(touch x); y.key", CancellationToken.None);
        Assert.Equal(["sign", "--yes", "--key", "keys/$(touch x); y.key", Image], Calls());
    }

    [SkippableFact]
    public async Task It_runs_in_the_projects_folder_without_an_input()
    {
        await Stand("pwd >> \"$0.calls\"; cat >> \"$0.calls\"").SignAsync(Image, "", CancellationToken.None);
        Assert.Equal(Path.GetFileName(_folder.Path), Path.GetFileName(Calls()[^1]));
    }

    [SkippableFact]
    public async Task A_failure_is_INK4017_with_its_words_masked()
    {
        var error = await Assert.ThrowsAsync<InkException>(() =>
            Stand(SampleSecrets.Address("echo 'Error: signing' >&2; echo 'push to https:§//ada:hunter2hunter2@registry.example/' >&2; exit 3")).SignAsync(Image, "", CancellationToken.None));

        Assert.Equal("INK4017", error.Code);
        Assert.Contains($"'cosign sign {Image}' failed with exit code 3: Error: signing | push to https://***@registry.example/. Check", error.Message, StringComparison.Ordinal);
        Assert.Contains("InkCosignKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_one_is_INK4017_and_says_where_to_get_it()
    {
        var cosign = new Cosign(_folder.Path, program: "cosign-that-is-nowhere");

        foreach (var call in new[] { () => cosign.SignAsync(Image, "", CancellationToken.None), () => cosign.RequireAsync(CancellationToken.None) })
        {
            var error = await Assert.ThrowsAsync<InkException>(call);
            Assert.Equal("INK4017", error.Code);
            Assert.Contains("https://docs.sigstore.dev/cosign/system_config/installation/", error.Message, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task One_that_is_there_is_enough_before_the_image_is_pushed()
    {
        await Stand("exit 0").RequireAsync(CancellationToken.None);
        Assert.Equal(["version"], Calls());
        await Assert.ThrowsAsync<InkException>(() => Stand("exit 1").RequireAsync(CancellationToken.None));
    }

    private Cosign Stand(string body)
    {
        Skip.If(OperatingSystem.IsWindows(), "the stand-in is a shell script");
        var script = Path.Combine(_folder.Path, "cosign");
        File.WriteAllText(script, $"#!/bin/sh\nfor argument in \"$@\"; do printf '%s\\n' \"$argument\" >> \"$0.calls\"; done\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new Cosign(_folder.Path, _log.Add, script);
    }

    private string[] Calls() => File.ReadAllLines(Path.Combine(_folder.Path, "cosign.calls"));
}
