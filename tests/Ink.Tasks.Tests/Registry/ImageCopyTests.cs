using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Copies between real registries, some with a proxy in front that spoils one thing.</summary>
public sealed class ImageCopyTests
{
    [SkippableFact]
    public async Task An_index_with_its_images_and_what_is_attached_arrives_under_the_same_digests()
    {
        using var server = await RegistryServer.StartAsync();
        using var other = await RegistryServer.StartAsync();
        using var source = new RegistryClient(server.Host, server.Options);
        using var target = new RegistryClient(other.Host, other.Options);
        var index = await SampleImage.PushIndexAsync(source, "shop", "1");
        var bill = await SampleImage.AttachAsync(source, "shop", index, "application/vnd.cyclonedx+json", """{"bomFormat":"CycloneDX"}""");
        var signature = await SampleImage.AttachAsync(source, "shop", bill, "application/vnd.example.signature", "signed");

        var result = await CopyAsync(source, index.Digest, target);

        Assert.Equal(index.Digest, await ResolveAsync(target, "1"));
        // Two configs, four layers; the document and its signature, and the {} they share.
        Assert.Equal((9, 0, 0), (result.Sent, result.Mounted, result.Present));
        Assert.Empty(result.NotAttached);
        foreach (var child in index.Manifests)
        {
            var image = await target.Manifests.GetAsync("team/shop", child.Digest, CancellationToken.None);
            foreach (var blob in image!.Blobs) Assert.Equal(blob.Size, (await target.Blobs.ReadAsync("team/shop", blob, CancellationToken.None)).Length);
        }

        Assert.Equal(bill.Digest, Assert.Single(await target.Referrers.ListAsync("team/shop", index.Digest, CancellationToken.None)).Digest);
        Assert.Equal(signature.Digest, Assert.Single(await target.Referrers.ListAsync("team/shop", bill.Digest, CancellationToken.None)).Digest);
    }

    [SkippableFact]
    public async Task Within_one_registry_blobs_are_mounted_and_none_is_sent()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(client, "shop", "1");

        var result = await CopyAsync(client, image.Digest, client);

        Assert.Equal((0, 3, 0), (result.Sent, result.Mounted, result.Present));
        Assert.Equal(image.Digest, await ResolveAsync(client, "1"));
    }

    [SkippableFact]
    public async Task A_copy_that_broke_off_tags_nothing_and_is_taken_up_where_it_was()
    {
        using var server = await RegistryServer.StartAsync();
        using var other = await RegistryServer.StartAsync();
        using var source = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(source, "shop", "1", layers: 5);
        var last = image.Blobs[^1].Digest;
        var isBroken = true;
        using var proxy = new FaultyProxy(other.Host, line => isBroken && line.StartsWith("PUT", StringComparison.Ordinal) && Uri.UnescapeDataString(line).Contains(last, StringComparison.Ordinal) ? Fault.Disconnect : Fault.None);
        using var target = new RegistryClient(proxy.Host, proxy.Options);

        var error = await Assert.ThrowsAsync<InkException>(() => CopyAsync(source, image.Digest, target));
        Assert.Equal("INK4002", error.Code);
        Assert.Contains("what has arrived is not sent again", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, proxy.Faults);
        Assert.Null(await ResolveAsync(target, "1"));
        Assert.Null(await ResolveAsync(target, image.Digest));

        isBroken = false;
        var result = await CopyAsync(source, image.Digest, target);
        Assert.Equal((6, true), (result.Sent + result.Present, result.Present > 0));
        Assert.Equal(image.Digest, await ResolveAsync(target, "1"));

        var again = await CopyAsync(source, image.Digest, target);
        Assert.Equal((0, 0), (again.Sent, again.Mounted));
    }

    [SkippableTheory]
    [InlineData("Truncate", "INK4002", "broke off after")]
    [InlineData("EndEarly", "INK4006", "bytes instead of the")]
    [InlineData("Shorten", "INK4006", "bytes instead of the")]
    [InlineData("Corrupt", "INK4006", "content whose digest is")]
    [InlineData("ServerError", "INK4002", "status 500")]
    public async Task A_blob_that_comes_otherwise_than_its_digest_says_is_a_coded_error_and_nothing_is_tagged(string fault, string code, string says)
    {
        using var server = await RegistryServer.StartAsync();
        using var other = await RegistryServer.StartAsync();
        using var direct = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(direct, "shop", "1");
        using var proxy = new FaultyProxy(server.Host, line => line == $"GET /v2/shop/blobs/{image.Blobs[1].Digest}" ? Enum.Parse<Fault>(fault) : Fault.None);
        using var source = new RegistryClient(proxy.Host, proxy.Options);
        using var target = new RegistryClient(other.Host, other.Options);

        var error = await Assert.ThrowsAsync<InkException>(() => CopyAsync(source, image.Digest, target));

        Assert.Equal(code, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains(image.Blobs[1].Digest, error.Message, StringComparison.Ordinal);
        Assert.Null(await ResolveAsync(target, "1"));
        Assert.Null(await ResolveAsync(target, image.Digest));
        Assert.False(await target.Blobs.ExistsAsync("team/shop", image.Blobs[1].Digest, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_tag_with_another_image_is_INK4011_with_both_digests_and_stays()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(client, "shop", "1");
        var other = await SampleImage.PushAsync(client, "team/shop", "1", seed: 2);

        var error = await Assert.ThrowsAsync<InkException>(() => CopyAsync(client, image.Digest, client));

        Assert.Equal("INK4011", error.Code);
        Assert.Contains(image.Digest, error.Message, StringComparison.Ordinal);
        Assert.Contains(other.Digest, error.Message, StringComparison.Ordinal);
        Assert.Equal(other.Digest, await ResolveAsync(client, "1"));
    }

    [SkippableTheory]
    [InlineData(1, null)]
    [InlineData(2, "INK4011")]
    public async Task A_tag_that_somebody_else_pushed_meanwhile_and_that_is_immutable_counts_by_what_it_holds(int seed, string? code)
    {
        using var server = await RegistryServer.StartAsync();
        using var direct = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(direct, "shop", "1", seed: 1);
        using var proxy = new FaultyProxy(server.Host, line =>
        {
            if (line != "PUT /v2/team/shop/manifests/1") return Fault.None;
            SampleImage.PushAsync(direct, "team/shop", "1", seed).GetAwaiter().GetResult();
            return Fault.Refuse;
        });
        using var client = new RegistryClient(proxy.Host, proxy.Options);

        if (code is null)
            await CopyAsync(client, image.Digest, client);
        else
            Assert.Equal(code, (await Assert.ThrowsAsync<InkException>(() => CopyAsync(client, image.Digest, client))).Code);
        Assert.Equal(1, proxy.Faults);
    }

    [SkippableTheory]
    [InlineData("PUT /v2/team/shop/manifests/", true)] // The target does not take it.
    [InlineData("GET /v2/shop/manifests/", true)] // The source has lost it.
    [InlineData("GET /v2/shop/manifests/sha256-", false)] // The source does not tell.
    public async Task What_is_attached_and_does_not_arrive_is_told_and_the_image_arrives(string path, bool isItself)
    {
        using var server = await RegistryServer.StartAsync();
        using var direct = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(direct, "shop", "1");
        var bill = await SampleImage.AttachAsync(direct, "shop", image, "application/vnd.cyclonedx+json", "{}");
        using var proxy = new FaultyProxy(server.Host, line => line == path + (isItself ? bill.Digest : image.Digest["sha256:".Length..]) ? Fault.Refuse : Fault.None);
        using var client = new RegistryClient(proxy.Host, proxy.Options);

        var result = await CopyAsync(client, image.Digest, client);

        var told = Assert.Single(result.NotAttached);
        Assert.StartsWith(isItself ? $"application/vnd.cyclonedx+json {bill.Digest}: " : $"what is attached to {image.Digest}: ", told, StringComparison.Ordinal);
        Assert.Contains("status 412", told, StringComparison.Ordinal);
        Assert.Equal(image.Digest, await ResolveAsync(client, "1"));
    }

    [SkippableFact]
    public async Task An_image_that_is_not_there_is_INK4006_and_names_where_it_was_looked_for()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);

        var error = await Assert.ThrowsAsync<InkException>(() => CopyAsync(client, FakeRegistry.Digest, client));

        Assert.Equal("INK4006", error.Code);
        Assert.Contains($"{server.Host}/shop@{FakeRegistry.Digest}", error.Message, StringComparison.Ordinal);
        Assert.Null(await ResolveAsync(client, "1"));
    }

    private static Task<ImageCopyResult> CopyAsync(RegistryClient source, string digest, RegistryClient target) => new ImageCopy(source, target).RunAsync(
        new ImageReference(source.Name, "shop", Digest: digest), new ImageReference(target.Name, "team/shop", "1"), CancellationToken.None);

    private static Task<string?> ResolveAsync(RegistryClient client, string selector) =>
        client.Manifests.ResolveAsync("team/shop", selector, CancellationToken.None);
}
