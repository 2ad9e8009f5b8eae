using Ink.Tasks.Registry;
using Ink.Tasks.Tests.Registry;

namespace Ink.Tasks.Tests.Shell;

/// <summary>Where the image of a promotion is, on real registries.</summary>
public sealed class PromotedImageTests : IDisposable
{
    private const string Commit = PromotionBench.Commit;

    private readonly PromotionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [SkippableFact]
    public async Task Within_one_registry_the_reference_stays_and_nothing_is_copied()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = Use(server);
        var image = await SampleImage.PushAsync(client, "shop", null);
        _bench.Deploy("staging", image.Digest);

        var engine = _bench.Promote();

        Assert.Empty(engine.Errors);
        Assert.Contains($"image: {server.Host}/shop:{Commit}@{image.Digest}", Deployment(), StringComparison.Ordinal);
        // It is known by its digest; the tag is the deploy's affair.
        Assert.Null(await client.Manifests.ResolveAsync("shop", Commit, CancellationToken.None));
        Assert.StartsWith($"Ink: shop 1a2b3c4d → production (from staging): image {server.Host}/shop:{Commit}@{image.Digest}, GitOps commit ", engine.Messages[^1], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_image_that_the_registry_has_lost_is_INK4006_and_nothing_is_pushed()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = Use(server);
        await SampleImage.PushAsync(client, "shop", Commit);
        _bench.Deploy("staging");

        var error = Assert.Single(_bench.Promote().Errors);

        Assert.Equal("INK4006", error.Code);
        Assert.Contains($"{server.Host}/shop:{Commit}@{PromotionBench.Digest}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.GitOps.Files(), path => path.Contains("production", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Another_registry_gets_the_image_and_what_is_attached_and_the_manifests_name_it_there()
    {
        using var server = await RegistryServer.StartAsync();
        using var other = await RegistryServer.StartAsync(withPassword: true);
        using var client = Use(server, other);
        var image = await SampleImage.PushIndexAsync(client, "shop", Commit);
        var bill = await SampleImage.AttachAsync(client, "shop", image, "application/vnd.cyclonedx+json", "{}");
        _bench.Deploy("staging", image.Digest);
        _bench.Production["Registry"] = $"{other.Host}/released";

        var engine = _bench.Promote();

        Assert.Empty(engine.Errors.Select(error => error.Message));
        using var target = new RegistryClient(other.Host, _bench.Registries);
        Assert.Equal(image.Digest, await target.Manifests.ResolveAsync("released/shop", Commit, CancellationToken.None));
        Assert.Equal(bill.Digest, Assert.Single(await target.Referrers.ListAsync("released/shop", image.Digest, CancellationToken.None)).Digest);
        Assert.Contains($"image: {other.Host}/released/shop:{Commit}@{image.Digest}", Deployment(), StringComparison.Ordinal);
        Assert.Contains(engine.Messages, message => message.StartsWith($"Ink: image copied from {server.Host}/shop to {other.Host}/released/shop: ", StringComparison.Ordinal));

        var tip = _bench.GitOps.Git("rev-parse", "main");
        Assert.DoesNotContain(_bench.Promote().Messages, message => message.Contains("copied", StringComparison.Ordinal));
        Assert.Equal(tip, _bench.GitOps.Git("rev-parse", "main"));
    }

    [SkippableFact]
    public async Task A_tag_that_is_taken_in_the_other_registry_is_INK4011_with_both_digests_and_nothing_is_pushed()
    {
        using var server = await RegistryServer.StartAsync();
        using var other = await RegistryServer.StartAsync();
        using var client = Use(server, other);
        using var target = new RegistryClient(other.Host, _bench.Registries);
        var image = await SampleImage.PushAsync(client, "shop", Commit);
        var taken = await SampleImage.PushAsync(target, "shop", Commit, seed: 2);
        _bench.Deploy("staging", image.Digest);
        _bench.Production["Registry"] = other.Host;

        var error = Assert.Single(_bench.Promote().Errors);

        Assert.Equal("INK4011", error.Code);
        Assert.Contains(image.Digest, error.Message, StringComparison.Ordinal);
        Assert.Contains(taken.Digest, error.Message, StringComparison.Ordinal);
        Assert.Equal(taken.Digest, await target.Manifests.ResolveAsync("shop", Commit, CancellationToken.None));
        Assert.DoesNotContain(_bench.GitOps.Files(), path => path.Contains("production", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_registry_that_only_the_deploy_was_given_is_where_the_image_stays()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = Use(server);
        var image = await SampleImage.PushAsync(client, "shop", Commit);
        _bench.Deploy("staging", image.Digest);
        _bench.Properties.Remove("InkRegistry");

        Assert.Empty(_bench.Promote().Errors);
        Assert.Contains($"image: {server.Host}/shop:{Commit}@{image.Digest}", Deployment(), StringComparison.Ordinal);
    }

    /// <summary>Deploys go to the first one; the password is the second one's.</summary>
    private RegistryClient Use(RegistryServer server, RegistryServer? other = null)
    {
        _bench.Properties["InkRegistry"] = server.Host;
        _bench.Registries = RegistryServer.OptionsFor(
            $"{server.Host};{other?.Host}", ("DOTNET_CONTAINER_PUSH_REGISTRY_UNAME", RegistryServer.User), ("DOTNET_CONTAINER_PUSH_REGISTRY_PWORD", RegistryServer.Password));
        return new RegistryClient(server.Host, server.Options);
    }

    private string Deployment() => _bench.GitOps.Read("apps/shop/production/deployment-shop.yaml");
}
