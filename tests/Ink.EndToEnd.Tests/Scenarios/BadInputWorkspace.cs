using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>One restored service and one GitOps repository, which all cases of a class share: each case is one call.</summary>
public sealed class BadInputWorkspace : IAsyncLifetime
{
    private Workspace? _workspace;
    private GitRepository? _gitOps;
    private string? _tip;

    private Workspace Shared => _workspace ?? throw new InvalidOperationException("not initialised");

    public async Task InitializeAsync()
    {
        var transcript = new Transcript($"bench-bad-input-{Guid.NewGuid():N}");
        _workspace = new Workspace(transcript, (await Bench.Sdk).Feed)
            .Write("Shop.csproj", ProjectFile.Of((await Bench.Sdk).Version));
        (await _workspace.Dotnet("restore")).Succeeded();
        _gitOps = await _workspace.UseGitOps();
        _tip = await _gitOps.Commit(new Dictionary<string, string> { ["README.md"] = "ours\n" });
    }

    /// <summary>
    /// Deploys a Program.cs that begins with <c>using Ink;</c> and has the attributes from line 3 on; it is committed first.
    /// </summary>
    internal async Task<CommandResult> Deploy(ITestOutputHelper output, string attributes, params string[] more)
    {
        Write(attributes);
        await Shared.Commit();
        return await Call(output, "InkDeploy", more);
    }

    /// <summary>The same for a render, which wants no commit.</summary>
    internal Task<CommandResult> Render(ITestOutputHelper output, string attributes, params string[] more)
    {
        Write(attributes);
        return Call(output, "InkRender", more);
    }

    /// <summary>What is true of every failure: nothing was pushed, and a person is spoken to, not a developer of Ink.</summary>
    internal async Task RefusedPolitely(CommandResult result, string code)
    {
        result.Failed(code).NeverSays("   at ").NeverSays("Exception").NeverSays("MSB4018");
        Assert.Equal([code], result.Codes);
        Assert.Equal(_tip, await _gitOps!.Head());
        Assert.False(Directory.Exists(Shared.PathOf("bin/ink/gitops.git")));
    }

    public Task DisposeAsync()
    {
        _workspace?.Dispose();
        return Task.CompletedTask;
    }

    private void Write(string attributes) => Shared.Write("Program.cs", $$"""
        using Ink;

        {{attributes}}

        WebApplication.Create(args).Run();

        namespace Shop
        {
            internal sealed class Sweeper : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
            }

            internal sealed class NoService;
        }

        """);

    // The transcript of the case at hand, not of all that came before it.
    private Task<CommandResult> Call(ITestOutputHelper output, string target, string[] more) =>
        new Shell(new Transcript($"bad-input-{Guid.NewGuid():N}", output), Shared.Folder, new Dictionary<string, string?>(Shared.Environment))
            .Run("dotnet", ["build", "--no-restore", $"-t:{target}", $"-p:InkGitOpsUrl={Shared.Properties["InkGitOpsUrl"]}", .. more]);
}
