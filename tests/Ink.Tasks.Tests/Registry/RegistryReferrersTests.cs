using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;
using static Ink.Tasks.Tests.Registry.FakeRegistry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Both ways to list what is attached to an image; docker-registry, in <see cref="RealRegistryTests"/>, has only the second.</summary>
public sealed class RegistryReferrersTests
{
    private static readonly OciManifest One = Referrer("application/vnd.cyclonedx+json");
    private static readonly OciManifest Two = Referrer("application/vnd.in-toto+json");

    private byte[]? _list;

    [Fact]
    public async Task A_registry_with_the_API_is_asked_page_by_page()
    {
        using var registry = new FakeRegistry(request => request.RequestUri!.Query.Length == 0
            ? IndexOf([One], ("Link", $"</v2/shop/referrers/{Digest}?last=1>; rel=\"next\""))
            : IndexOf([Two]));
        using var client = new RegistryClient("registry.example", registry.Options);

        var listed = await client.Referrers.ListAsync("shop", Digest, CancellationToken.None);

        Assert.Equal([One.Digest, Two.Digest], listed.Select(referrer => referrer.Digest));
        Assert.Equal([$"GET https://registry.example/v2/shop/referrers/{Digest}", $"GET https://registry.example/v2/shop/referrers/{Digest}?last=1"], registry.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task A_registry_that_lists_a_referrer_by_itself_gets_no_list_under_a_tag()
    {
        using var registry = new FakeRegistry(_ => Respond(HttpStatusCode.Created, "", ("OCI-Subject", Digest)));
        using var client = new RegistryClient("registry.example", registry.Options);

        await client.Referrers.PushAsync("shop", One, CancellationToken.None);

        Assert.Equal($"PUT https://registry.example/v2/shop/manifests/{One.Digest}", Assert.Single(registry.Requests).Line);
    }

    [Fact]
    public async Task A_list_under_a_tag_that_somebody_else_overwrote_is_written_again_with_both()
    {
        var writes = 0;
        using var registry = Listing(onWrite: content => ++writes == 1 ? Content([Two]) : content);
        using var client = new RegistryClient("registry.example", registry.Options);

        await client.Referrers.PushAsync("shop", One, CancellationToken.None);

        Assert.Equal(2, writes);
        Assert.Equal([Two.Digest, One.Digest], (await client.Referrers.ListAsync("shop", Digest, CancellationToken.None)).Select(referrer => referrer.Digest));
    }

    [Fact]
    public async Task A_list_that_never_keeps_what_is_written_is_INK4002()
    {
        using var registry = Listing(onWrite: _ => Content([Two]));
        using var client = new RegistryClient("registry.example", registry.Options);

        var error = await Assert.ThrowsAsync<InkException>(() => client.Referrers.PushAsync("shop", One, CancellationToken.None));

        Assert.Equal("INK4002", error.Code);
        Assert.Contains(One.Digest, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_instead_of_a_list_means_that_there_is_no_API()
    {
        using var registry = new FakeRegistry(request => request.RequestUri!.AbsolutePath.Contains("/referrers/", StringComparison.Ordinal) ? Respond(HttpStatusCode.OK, "<html>") : Unknown());
        using var client = new RegistryClient("registry.example", registry.Options);

        Assert.Empty(await client.Referrers.ListAsync("shop", Digest, CancellationToken.None));
        Assert.EndsWith($"/manifests/{Digest.Replace(':', '-')}", registry.Requests[^1].Line, StringComparison.Ordinal);
    }

    private FakeRegistry Listing(Func<byte[], byte[]> onWrite) => new(request =>
    {
        if (request.RequestUri!.AbsolutePath.Contains("/referrers/", StringComparison.Ordinal)) return Respond(HttpStatusCode.NotFound);
        if (request.Method != HttpMethod.Put) return _list is null ? Unknown() : Answer(_list);
        if (request.RequestUri.AbsolutePath.Contains("sha256-", StringComparison.Ordinal))
            _list = onWrite(request.Content!.ReadAsByteArrayAsync().GetAwaiter().GetResult());
        return Respond(HttpStatusCode.Created);
    });

    private static HttpResponseMessage IndexOf(OciManifest[] manifests, params (string Name, string Value)[] headers)
    {
        var response = Answer(Content(manifests));
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static HttpResponseMessage Answer(byte[] content)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(OciMediaTypes.Index);
        return response;
    }

    private static byte[] Content(OciManifest[] manifests) =>
        JsonSerializer.SerializeToUtf8Bytes(new { schemaVersion = 2, mediaType = OciMediaTypes.Index, manifests = manifests.Select(manifest => manifest.ToDescriptor()) });

    private static OciManifest Referrer(string type)
    {
        var empty = OciDescriptor.Of(OciMediaTypes.Empty, "{}"u8);
        var subject = new OciDescriptor(OciMediaTypes.Manifest, Digest, 10);
        var text = JsonSerializer.Serialize(new { schemaVersion = 2, mediaType = OciMediaTypes.Manifest, artifactType = type, config = empty, layers = new[] { empty }, subject });
        return OciManifest.Parse(Encoding.UTF8.GetBytes(text), null)!;
    }
}
