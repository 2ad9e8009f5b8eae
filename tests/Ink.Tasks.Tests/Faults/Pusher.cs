using System.Diagnostics;
using Ink.Tasks.GitOps;
using Ink.Tasks.Tests.GitOps;

namespace Ink.Tasks.Tests.Faults;

/// <summary>A process of its own that makes one push, for a test to kill.</summary>
internal static class Pusher
{
    /// <summary>The entry point of this assembly: URL, cache, app, text.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var url, var cache, var app, var text]) return 2;
        using var repository = new GitOpsRepository(new GitOpsTarget(url), Path.GetTempPath(), GitOpsFixture.Patient with { Cache = cache });
        await repository.PushAsync(GitOpsFixture.Deploy(app, ("a.yaml", text), ("b.yaml", text)), default);
        return 0;
    }

    /// <summary>Starts it.</summary>
    public static Process Start(string url, string cache, string app, string text) => Process.Start(new ProcessStartInfo("dotnet", [typeof(Pusher).Assembly.Location, url, cache, app, text])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
