using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ink.EndToEnd.Tests.BenchTests;

public sealed class TranscriptTests(ITestOutputHelper output) : Scenario(output)
{
    [Fact]
    public async Task A_command_that_fails_is_shown_with_all_that_ran_before_it()
    {
        var shell = new Shell(Transcript, Path.GetTempPath(), CommandEnvironment.Plain);
        await shell.Run("echo", "first");
        var second = await shell.Run("sh", "-c", "echo out; echo 'error INK9999: second' >&2; exit 3");

        var exception = Assert.Throws<XunitException>(second.Succeeded);

        Assert.Contains("first", exception.Message, StringComparison.Ordinal);
        Assert.Contains("exit 3", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["INK9999"], second.Failed("INK9999").Codes);
        Assert.Throws<XunitException>(() => second.Failed("INK1234"));
        Assert.Contains(nameof(A_command_that_fails_is_shown_with_all_that_ran_before_it), Transcript.File, StringComparison.Ordinal);
        Assert.Equal(Transcript.Text, await File.ReadAllTextAsync(Transcript.File!));
    }

    [Fact]
    public async Task A_command_that_hangs_is_ended_with_its_children()
    {
        var shell = new Shell(Transcript, Path.GetTempPath(), CommandEnvironment.Plain);

        var exception = await Assert.ThrowsAsync<TimeoutException>(
            () => shell.Run("sh", ["-c", "echo started; sleep 300 & wait"], "", TimeSpan.FromMilliseconds(500)));

        Assert.Contains("started", exception.Message, StringComparison.Ordinal);
    }
}
