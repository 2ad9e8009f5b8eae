using System.Net;
using System.Runtime.ExceptionServices;
using Ink.Tasks.Errors;
using Polly;

namespace Ink.Tasks.Registry;

/// <summary>
/// Blobs (distribution specification, "Pulling blobs" and "Pushing blobs"): pulled with their digest checked, pushed in one
/// piece from a stream, or mounted from another repository of the registry. No blob is ever held in memory, unless asked for.
/// </summary>
internal sealed class RegistryBlobs(RegistryConnection connection)
{
    // What is read whole is JSON: a list of components of a large service has some MiB.
    private const long LongestRead = 64 * 1024 * 1024;

    private readonly ResiliencePipeline _pipeline = RegistryRetry.ForTransfers(connection.Options);

    /// <summary>Whether a repository holds a blob.</summary>
    /// <exception cref="InkException">INK4002: unreachable or refused.</exception>
    public async Task<bool> ExistsAsync(string repository, string digest, CancellationToken cancellationToken)
    {
        using var response = await connection.SendAsync(
            new RegistryRequest(HttpMethod.Head, PathOf(repository, digest), RegistryScope.Push(repository)), cancellationToken);
        if (response.IsSuccessStatusCode) return true;
        // A HEAD has no body that could say more. A registry may also refuse what is not there yet: the push that follows decides.
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden) return false;
        throw await connection.FailureAsync(Name(repository, digest), response, cancellationToken);
    }

    /// <summary>A blob as a stream, which checks length and digest as it is read.</summary>
    /// <exception cref="InkException">INK4002: unreachable, refused or not there. INK4006: not the length that was told.</exception>
    public async Task<BlobStream> OpenAsync(string repository, OciDescriptor blob, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(
            new RegistryRequest(HttpMethod.Get, PathOf(repository, blob.Digest), RegistryScope.Pull(repository)) { IsAnswerStreamed = true }, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode) throw await connection.FailureAsync(Name(repository, blob.Digest), response, cancellationToken);
            if (response.Content.Headers.ContentLength is { } length && length != blob.Size)
                throw new InkException(ErrorCodes.Digest, $"{Name(repository, blob.Digest)} has {length} bytes instead of the {blob.Size} that its manifest tells. Ask whoever runs the registry.");
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new BlobStream(body, blob, Name(repository, blob.Digest), connection.Options.LongestStandstill);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>A small blob whole, begun anew where the connection breaks.</summary>
    /// <exception cref="InkException">INK4002: unreachable, refused or not there. INK4006: other content, or too much of it.</exception>
    public Task<byte[]> ReadAsync(string repository, OciDescriptor blob, CancellationToken cancellationToken)
    {
        if (blob.Size > LongestRead)
            throw new InkException(ErrorCodes.Digest, $"{Name(repository, blob.Digest)} has {blob.Size} bytes, more than Ink reads of a document ({LongestRead / 1024 / 1024} MiB).");
        return AgainAsync(
            async token =>
            {
                await using var stream = await OpenAsync(repository, blob, token);
                using var content = new MemoryStream((int)blob.Size);
                await stream.CopyToAsync(content, token);
                return content.ToArray();
            },
            cancellationToken);
    }

    /// <summary>Pushes a blob that is in memory, unless it is there already.</summary>
    /// <returns>How it is described in a manifest.</returns>
    /// <exception cref="InkException">INK4002: unreachable or refused.</exception>
    public async Task<OciDescriptor> PushAsync(string repository, string mediaType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var blob = OciDescriptor.Of(mediaType, content.Span);
        if (await ExistsAsync(repository, blob.Digest, cancellationToken)) return blob;
        await PushAsync(repository, blob, _ => Task.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false)), cancellationToken);
        return blob;
    }

    /// <summary>Pushes a blob from a stream, whether or not it is there, and as often as it takes.</summary>
    /// <param name="repository">The repository; registries that make repositories on a push make it now.</param>
    /// <param name="blob">What the stream holds; the registry refuses anything else.</param>
    /// <param name="open">Opens the stream, once a try.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: unreachable or refused. And what <paramref name="open"/> and the stream throw.</exception>
    public Task PushAsync(string repository, OciDescriptor blob, Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken) => AgainAsync(
        async token =>
        {
            await UploadAsync(repository, blob, await BeginAsync(repository, blob, token), open, token);
            return true;
        },
        cancellationToken);

    /// <summary>Has the registry take a blob from another of its repositories.</summary>
    /// <returns>Whether it did; else the blob has to be pushed. Not every registry mounts, and none without the right to read there.</returns>
    /// <exception cref="InkException">INK4002: unreachable.</exception>
    public async Task<bool> MountAsync(string repository, string digest, string from, CancellationToken cancellationToken)
    {
        var path = $"v2/{repository}/blobs/uploads/?mount={Uri.EscapeDataString(digest)}&from={Uri.EscapeDataString(from)}";
        using var response = await connection.SendAsync(new RegistryRequest(HttpMethod.Post, path, RegistryScope.Mount(repository, from)), cancellationToken);
        // 202 opened an upload instead. It is left to expire: one that is begun anew can be begun again.
        return response.StatusCode == HttpStatusCode.Created;
    }

    private async Task<string> BeginAsync(string repository, OciDescriptor blob, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Post, $"v2/{repository}/blobs/uploads/", RegistryScope.Push(repository));
        using var begun = await connection.SendAsync(request, cancellationToken);
        if (!begun.IsSuccessStatusCode) throw await connection.FailureAsync($"the push of {Name(repository, blob.Digest)}", begun, cancellationToken);
        if (begun.Headers.Location is not { } location)
            throw new InkException(ErrorCodes.Registry, $"The registry '{connection.Host.Name}' began an upload to '{repository}' without saying where it goes (no Location). Ask whoever runs it.");

        // Relative to what answered, which a redirect may have moved. What the registry put into the query must go back as it is.
        var target = new Uri(begun.RequestMessage?.RequestUri ?? new Uri($"https://{connection.Host.ApiHost}/"), location).AbsoluteUri;
        return $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}digest={Uri.EscapeDataString(blob.Digest)}";
    }

    private async Task UploadAsync(string repository, OciDescriptor blob, string address, Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var source = await open(cancellationToken);
        using var content = new BlobContent(source, blob.Size, () => watch.CancelAfter(connection.Options.LongestStandstill));
        var request = new RegistryRequest(HttpMethod.Put, address, RegistryScope.Push(repository)) { Content = () => content, IsSentOnce = true };
        watch.CancelAfter(connection.Options.LongestStandstill);
        try
        {
            using var response = await connection.SendAsync(request, watch.Token);
            if (response.IsSuccessStatusCode) return;
            var failure = await connection.FailureAsync($"the push of {Name(repository, blob.Digest)}", response, watch.Token);
            // A token that expired between the two requests is replaced by the next try.
            if (RegistryRetry.IsPassing(response.StatusCode) || response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound)
                throw new TransferBrokenException(failure.Message.TrimEnd('.'), failure) { RetryAfter = RegistryRetry.Wanted(response) };
            throw failure;
        }
        catch (Exception error) when (content.SourceFailure is { } cause and not OperationCanceledException && error is not InkException)
        {
            ExceptionDispatchInfo.Throw(cause);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransferBrokenException($"the push of {Name(repository, blob.Digest)} stands still", late);
        }
    }

    private async Task<T> AgainAsync<T>(Func<CancellationToken, Task<T>> transfer, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await transfer(token), cancellationToken);
        }
        catch (TransferBrokenException broken) when (broken.InnerException is InkException coded)
        {
            throw new InkException(coded.Code, coded.Message, coded);
        }
        catch (TransferBrokenException broken)
        {
            throw new InkException(
                ErrorCodes.Registry,
                $"A transfer with the registry '{connection.Host.Name}' failed {connection.Options.Retries + 1} times: {broken.Message}. Check the network and the proxy, then try again: what has arrived is not sent again.",
                broken);
        }
    }

    private static string PathOf(string repository, string digest) => $"v2/{repository}/blobs/{digest}";

    private string Name(string repository, string digest) => $"the blob {digest} of '{connection.Host.Name}/{repository}'";
}
