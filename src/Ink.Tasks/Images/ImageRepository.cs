using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Images;

/// <summary>
/// One repository of a registry, as far as setting a tag needs it. A manifest is put once a call, for between a look at a tag and its
/// setting lies one request: <see cref="RegistryManifests.PushAsync"/> would repeat it after a log-in or a failure without looking again.
/// </summary>
/// <param name="image">An image in the repository.</param>
/// <param name="client">The registry, which has been asked for something before: a request that is sent once finds out nothing about it.</param>
internal sealed class ImageRepository(ImageReference image, RegistryClient client)
{
    private readonly RegistryConnection _connection = client.Connection;
    private bool _isKnown;

    /// <summary>Puts a manifest once, under a tag or its digest.</summary>
    /// <exception cref="InkException">INK4002: not logged in.</exception>
    public async Task<PutOutcome> PutAsync(string selector, OciManifest manifest, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Put, $"v2/{image.Repository}/manifests/{selector}", RegistryScope.Push(image.Repository))
        {
            Content = () => new ReadOnlyMemoryContent(manifest.Content) { Headers = { ContentType = new MediaTypeHeaderValue(manifest.MediaType) } },
            IsSentOnce = true,
        };
        try
        {
            using var response = await _connection.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return new PutOutcome.Done();
            var error = await RegistryError.ReadAsync(response, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                return (int)response.StatusCode is 408 or 429 or >= 500 ? new PutOutcome.Busy(error) : new PutOutcome.Refused(error);

            // The connection has answered the challenge by now; what was answered and refused again will be refused for ever.
            if (_isKnown || !_connection.HadCredentials)
                throw RegistryError.Refused(_connection.Host, _connection.HadCredentials, $"'{image.Repository}', {error}");
            _isKnown = true;
            return new PutOutcome.Again();
        }
        catch (TransferBrokenException broken)
        {
            // No answer is not a no: only another look tells whether it got there.
            return new PutOutcome.Busy(new RegistryError(0, [], broken.Message));
        }
    }

    /// <summary>A label of an image; of an index, of the first image in it. Null where there is none, or what is there is no image.</summary>
    /// <exception cref="InkException">INK4002: unreachable or refused.</exception>
    public async Task<string?> ReadLabelAsync(string digest, string label, CancellationToken cancellationToken)
    {
        try
        {
            if (await client.Manifests.GetAsync(image.Repository, digest, cancellationToken) is not { } manifest)
                return null;
            if (manifest.Manifests is [var child, ..])
                return await ReadLabelAsync(child.Digest, label, cancellationToken);
            if (manifest.Blobs is not [var config, ..])
                return null;
            using var json = JsonDocument.Parse(await client.Blobs.ReadAsync(image.Repository, config, cancellationToken));
            return json.RootElement.GetProperty("config").GetProperty("Labels").GetProperty(label).GetString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException || (exception is InkException coded && coded.Code == ErrorCodes.Digest))
        {
            // Another artifact than an image, or one without labels: it does not say what it is of, which is the answer.
            return null;
        }
    }
}
