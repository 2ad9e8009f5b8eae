using System.Net;
using System.Net.Http.Headers;

namespace Ink.Tasks.Registry;

/// <summary>
/// The body of an upload: a stream of known length, sent in one go as it comes, through one small buffer. What fails on the
/// side that it comes from is kept apart, for HTTP libraries turn it into a failure of the side that it goes to.
/// </summary>
internal sealed class BlobContent : HttpContent
{
    private const int BufferSize = 128 * 1024;

    private readonly Stream _source;
    private readonly long _length;
    private readonly Action _progress;

    /// <param name="source">The bytes.</param>
    /// <param name="length">How many they are.</param>
    /// <param name="progress">Told whenever some went.</param>
    public BlobContent(Stream source, long length, Action progress)
    {
        (_source, _length, _progress) = (source, length, progress);
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    /// <summary>What went wrong with the source, if it did.</summary>
    public Exception? SourceFailure { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(BufferSize, Math.Max(_length, 1))];
        while (await NextAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            _progress();
        }
    }

    private async Task<int> NextAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _source.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception error)
        {
            SourceFailure = error;
            throw;
        }
    }
}
