using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Against Debian's docker-registry on loopback, with and without a password.</summary>
public sealed class RealRegistryTests
{
    [SkippableFact]
    public async Task A_pushed_tag_resolves_and_an_absent_one_is_null()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);

        Assert.Null(await ResolveAsync(client, "shop", "1"));
        var digest = (await SampleImage.PushAsync(client, "shop", "1")).Digest;

        Assert.Equal(digest, await ResolveAsync(client, "shop", "1"));
        Assert.Equal(digest, await ResolveAsync(client, "shop", digest));
        Assert.Null(await ResolveAsync(client, "shop", "2"));
        Assert.Null(await ResolveAsync(client, "other", "1"));
    }

    [SkippableFact]
    public async Task An_index_is_read_by_tag_and_by_digest_with_what_it_lists()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);
        var pushed = await SampleImage.PushIndexAsync(client, "team/shop", "1");

        var byTag = await client.Manifests.GetAsync("team/shop", "1", CancellationToken.None);
        var byDigest = await client.Manifests.GetAsync("team/shop", pushed.Digest, CancellationToken.None);

        Assert.Equal(pushed.Digest, byTag!.Digest);
        Assert.Equal(byTag.Content.ToArray(), byDigest!.Content.ToArray());
        Assert.Equal(2, byTag.Manifests.Count);
        var image = await client.Manifests.GetAsync("team/shop", byTag.Manifests[1].Digest, CancellationToken.None);
        Assert.Equal(3, image!.Blobs.Count);
    }

    [SkippableFact]
    public async Task A_registry_that_wants_a_password_refuses_without_and_with_a_wrong_one()
    {
        using var server = await RegistryServer.StartAsync(withPassword: true);

        Assert.Contains("No credentials were found", (await RefusedAsync(null)).Message, StringComparison.Ordinal);
        var wrong = await RefusedAsync("wrong-horse");
        Assert.Contains("not accepted", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-horse", wrong.ToString(), StringComparison.Ordinal);
        using var client = Client(RegistryServer.Password);
        Assert.Null(await ResolveAsync(client, "shop", "1"));
        var digest = (await SampleImage.PushAsync(client, "shop", "1")).Digest;
        Assert.Equal(digest, await ResolveAsync(client, "shop", "1"));

        async Task<InkException> RefusedAsync(string? password)
        {
            using var refused = Client(password);
            // Wrong credentials are no new repository, even where one is expected.
            var error = await Assert.ThrowsAsync<InkException>(() => refused.ResolveDigestAsync(new ImageReference(server.Host, "shop", "1"), CancellationToken.None, mayBeNew: true));
            Assert.Equal("INK4002", error.Code);
            return error;
        }

        RegistryClient Client(string? password) => new(server.Host, password is null
            ? server.Options
            : RegistryServer.OptionsFor(server.Host, ("DOTNET_CONTAINER_REGISTRY_UNAME", RegistryServer.User), ("DOTNET_CONTAINER_REGISTRY_PWORD", password)));
    }

    [SkippableFact]
    public async Task A_blob_is_pushed_once_read_back_and_mounted_elsewhere()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);
        var content = SampleImage.Bytes(1, 3_000_000);
        var blob = await client.Blobs.PushAsync("shop", "application/octet-stream", content, CancellationToken.None);

        Assert.True(await client.Blobs.ExistsAsync("shop", blob.Digest, CancellationToken.None));
        Assert.False(await client.Blobs.ExistsAsync("other", blob.Digest, CancellationToken.None));
        Assert.Equal(content, await client.Blobs.ReadAsync("shop", blob, CancellationToken.None));
        Assert.True(await client.Blobs.MountAsync("other", blob.Digest, "shop", CancellationToken.None));
        Assert.True(await client.Blobs.ExistsAsync("other", blob.Digest, CancellationToken.None));
        Assert.False(await client.Blobs.MountAsync("other", OciDescriptor.DigestOf("x"u8), "shop", CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_blob_that_is_not_what_its_digest_says_is_refused()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);
        var blob = OciDescriptor.Of("x", "right"u8);

        var error = await Assert.ThrowsAsync<InkException>(() => client.Blobs.PushAsync("shop", blob, _ => Task.FromResult<Stream>(new MemoryStream("wrong"u8.ToArray())), CancellationToken.None));

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("DIGEST_INVALID", error.Message, StringComparison.Ordinal);
        Assert.False(await client.Blobs.ExistsAsync("shop", blob.Digest, CancellationToken.None));
    }

    [SkippableFact]
    public async Task What_is_attached_to_an_image_is_listed_under_the_fallback_tag()
    {
        using var server = await RegistryServer.StartAsync();
        using var client = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(client, "shop", "1");
        Assert.Empty(await client.Referrers.ListAsync("shop", image.Digest, CancellationToken.None));

        var one = await SampleImage.AttachAsync(client, "shop", image, "application/vnd.cyclonedx+json", "{}");
        var other = await SampleImage.AttachAsync(client, "shop", image, "application/vnd.in-toto+json", "[]");
        await client.Referrers.PushAsync("shop", one, CancellationToken.None);

        var listed = await client.Referrers.ListAsync("shop", image.Digest, CancellationToken.None);
        Assert.Equal([one.Digest, other.Digest], listed.Select(referrer => referrer.Digest));
        Assert.Equal(["application/vnd.cyclonedx+json", "application/vnd.in-toto+json"], listed.Select(referrer => referrer.ArtifactType));
        Assert.NotNull(await ResolveAsync(client, "shop", $"sha256-{image.Digest["sha256:".Length..]}"));
    }

    private static Task<string?> ResolveAsync(RegistryClient client, string repository, string selector) =>
        client.Manifests.ResolveAsync(repository, selector, CancellationToken.None);
}
