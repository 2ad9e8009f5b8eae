using Ink.EndToEnd.Tests.Infrastructure;

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
        _workspace = new Workspace(Transcript.Unkept(), (await Bench.Sdk).Feed)
            .Write("Shop.csproj", ProjectFile.Of((await Bench.Sdk).Version));
        (await _workspace.Dotnet("restore")).Succeeded();
        _gitOps = await _workspace.UseGitOps();
        _tip = await _gitOps.Commit(new Dictionary<string, string> { ["README.md"] = "ours\n" });
    }

    /// <summary>
    /// Deploys a Program.cs that begins with <c>using Ink;</c> and has the attributes from line 3 on; it is committed first.
    /// </summary>
    internal async Task<CommandResult> Deploy(Transcript transcript, string attributes, params string[] more)
    {
        Write(attributes);
        await Shared.Commit();
        return await Call(transcript, "InkDeploy", more);
    }

    /// <summary>The same for a render, which wants no commit.</summary>
    internal Task<CommandResult> Render(Transcript transcript, string attributes, params string[] more)
    {
        Write(attributes);
        return Call(transcript, "InkRender", more);
    }

    /// <summary>What is true of every failure: nothing was pushed, and a person is spoken to, not a developer of Ink.</summary>
    internal async Task RefusedPolitely(CommandResult result, params string[] codes)
    {
        result.Failed(codes[0]).NeverSays("   at ").NeverSays("Exception").NeverSays("MSB4018");
        Assert.Equal(codes, result.ErrorCodes.Distinct().Order(StringComparer.Ordinal));
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
    private Task<CommandResult> Call(Transcript transcript, string target, string[] more) =>
        new Shell(transcript, Shared.Folder, new Dictionary<string, string?>(Shared.Environment))
            .Run("dotnet", ["build", "--no-restore", $"-t:{target}", $"-p:InkGitOpsUrl={Shared.Properties["InkGitOpsUrl"]}", .. more]);
}
