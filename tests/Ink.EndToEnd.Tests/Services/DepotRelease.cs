using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Services;

/// <summary>The depot, deployed to dev, and the image of its sidecar beside its own.</summary>
public sealed class DepotRelease : IAsyncLifetime
{
    private readonly Transcript _transcript = new("depot-release");
    private Workspace? _workspace;

    /// <summary>The folder of its manifests, as the GitOps repository has them.</summary>
    internal string Folder { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var (sdk, registry) = (await Bench.Sdk, await Bench.Registry);
        using (var echo = Depot.WriteEcho(new Workspace(_transcript, feed: null, name: "echo")).UseRegistry(registry))
        {
            (await echo.Publish(
                "PublishContainer", $"ContainerRegistry={registry.Host}", $"ContainerRepository={Depot.EchoRepository}", "ContainerImageTag=1")).Succeeded();
        }

        _workspace = Depot.Write(new Workspace(_transcript, sdk.Feed, name: Depot.Name), sdk.Version).UseRegistry(registry);
        _workspace.Properties["InkImageRepository"] = "roles/depot";
        var gitOps = await _workspace.UseGitOps();
        await _workspace.Commit();
        (await _workspace.Publish("InkDeploy")).Succeeded();
        var exported = _workspace.Beside("exported");
        await gitOps.Export(exported);
        Folder = Path.Combine(exported, "apps", Depot.Name, "dev");
    }

    public Task DisposeAsync()
    {
        _workspace?.Dispose();
        return Task.CompletedTask;
    }
}
