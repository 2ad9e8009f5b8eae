using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Services;

/// <summary>The shop, deployed from one commit to dev and then to production: several scenarios look at what came of it.</summary>
public sealed class ShopRelease : IAsyncLifetime
{
    /// <summary>Where its images are, apart from those of other tests.</summary>
    internal const string Repository = "release/shop";

    private readonly Transcript _transcript = new("shop-release");

    internal Workspace Workspace { get; private set; } = null!;

    internal RegistryServer Registry { get; private set; } = null!;

    internal GitRepository GitOps { get; private set; } = null!;

    internal string Commit { get; private set; } = "";

    /// <summary>What the call for dev printed, the first one.</summary>
    internal CommandResult Dev { get; private set; } = null!;

    /// <summary>What the call for production printed, the second one.</summary>
    internal CommandResult Production { get; private set; } = null!;

    /// <summary>The digest that the registry knew the image by after the first call.</summary>
    internal string? FirstDigest { get; private set; }

    /// <summary>The image as manifests have to name it.</summary>
    internal string Image => $"{Registry.Host}/{Repository}:{Commit}@{FirstDigest}";

    internal DeployedApp In(string environment) => new(GitOps, Shop.Name, environment);

    public async Task InitializeAsync()
    {
        var sdk = await Bench.Sdk;
        Registry = await Bench.Registry;
        Workspace = Shop.Write(new Workspace(_transcript, sdk.Feed), sdk.Version).UseRegistry(Registry);
        Workspace.Properties["InkImageRepository"] = Repository;
        GitOps = await Workspace.UseGitOps();
        Commit = await Workspace.Commit();

        Dev = (await Workspace.Publish("InkDeploy", "InkEnvironment=dev")).Succeeded();
        FirstDigest = await Registry.Client.DigestOf(Repository, Commit);
        Production = (await Workspace.Publish("InkDeploy", "InkEnvironment=production")).Succeeded();
    }

    public Task DisposeAsync()
    {
        Workspace.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>Shares one <see cref="ShopRelease"/> among the scenarios that only look at it.</summary>
[CollectionDefinition(Name)]
public sealed class ShopReleaseScenarios : ICollectionFixture<ShopRelease>
{
    public const string Name = "shop release";
}
