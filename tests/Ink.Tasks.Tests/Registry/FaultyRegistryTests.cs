using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>A real registry behind a proxy that fails at random, but the same at each run.</summary>
public sealed class FaultyRegistryTests
{
    private const int Resolutions = 1_000;

    [SkippableFact]
    public async Task Of_a_thousand_resolutions_through_a_failing_proxy_none_is_wrong_and_none_is_lost()
    {
        using var server = await RegistryServer.StartAsync();
        using var direct = new RegistryClient(server.Host, server.Options);
        List<string> digests = [];
        for (var tag = 0; tag < 10; tag++) digests.Add((await SampleImage.PushAsync(direct, "shop", $"{tag}", seed: tag, layers: 1, size: 10)).Digest);

        var random = new Random(20261124);
        using var proxy = new FaultyProxy(server.Host, _ => AtRandom(random));
        using var client = new RegistryClient(proxy.Host, proxy.Options);
        for (var number = 0; number < Resolutions; number++)
        {
            // One tag in eleven is not there, and must not be made up; each third time the manifest itself is asked for.
            var tag = number % 11;
            var expected = tag < 10 ? digests[tag] : null;
            var found = number % 3 == 0
                ? (await client.Manifests.GetAsync("shop", $"{tag}", CancellationToken.None))?.Digest
                : await client.Manifests.ResolveAsync("shop", $"{tag}", CancellationToken.None);
            Assert.Equal(expected, found);
        }

        Assert.InRange(proxy.Faults, Resolutions / 12, Resolutions);
    }

    [SkippableFact]
    public async Task An_image_is_copied_whole_through_proxies_that_fail()
    {
        using var server = await RegistryServer.StartAsync();
        using var other = await RegistryServer.StartAsync();
        using var direct = new RegistryClient(server.Host, server.Options);
        var image = await SampleImage.PushAsync(direct, "shop", "1", layers: 12, size: 300_000);

        var random = new Random(5);
        using var from = new FaultyProxy(server.Host, _ => AtRandom(random));
        var otherRandom = new Random(6);
        using var to = new FaultyProxy(other.Host, _ => AtRandom(otherRandom));
        using var source = new RegistryClient(from.Host, from.Options);
        using var target = new RegistryClient(to.Host, to.Options);
        await new ImageCopy(source, target).RunAsync(new ImageReference(from.Host, "shop", Digest: image.Digest), new ImageReference(to.Host, "team/shop", "1"), CancellationToken.None);

        using var check = new RegistryClient(other.Host, other.Options);
        Assert.Equal(image.Digest, await check.Manifests.ResolveAsync("team/shop", "1", CancellationToken.None));
        foreach (var blob in image.Blobs)
            Assert.Equal(blob.Digest, OciDescriptor.DigestOf(await check.Blobs.ReadAsync("team/shop", blob, CancellationToken.None)));
        Assert.True(from.Faults > 0 && to.Faults > 2, $"{from.Faults} and {to.Faults} faults");
    }

    [SkippableFact]
    public async Task A_manifest_that_a_proxy_replaces_or_changes_is_INK4006()
    {
        using var server = await RegistryServer.StartAsync();
        using var direct = new RegistryClient(server.Host, server.Options);
        await SampleImage.PushAsync(direct, "shop", "1");

        foreach (var fault in new[] { Fault.Replace, Fault.Corrupt, Fault.Shorten })
        {
            using var proxy = new FaultyProxy(server.Host, _ => fault);
            using var client = new RegistryClient(proxy.Host, proxy.Options);
            Assert.Equal("INK4006", (await Assert.ThrowsAsync<InkException>(() => client.Manifests.GetAsync("shop", "1", CancellationToken.None))).Code);
        }
    }

    private static Fault AtRandom(Random random) => random.Next(100) switch
    {
        < 3 => Fault.TooManyRequests,
        < 6 => Fault.ServerError,
        < 9 => Fault.Disconnect,
        < 11 => Fault.Truncate,
        _ => Fault.None,
    };
}
