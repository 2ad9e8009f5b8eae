using System.Security.Cryptography;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// A blob on its way: passes bytes on as they come, and at the end tells whether they were the right ones. Whoever reads to
/// the end without an exception has had the blob; whoever keeps what was read before an exception must throw it away.
/// </summary>
/// <param name="source">The bytes.</param>
/// <param name="blob">What they should be.</param>
/// <param name="place">Where they come from, for a person.</param>
/// <param name="longestStandstill">How long no byte may come.</param>
internal sealed class BlobStream(Stream source, OciDescriptor blob, string place, TimeSpan longestStandstill) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _read;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => blob.Size;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <summary>Reads on.</summary>
    /// <exception cref="TransferBrokenException">The connection broke, stands still, or ended too early.</exception>
    /// <exception cref="InkException">INK4006: the bytes are not the blob's.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _ended) return 0;
        var count = await NextAsync(buffer, cancellationToken);
        _read += count;
        if (_read > blob.Size) throw Wrong($"more than the {blob.Size} bytes that its manifest tells");
        _hash.AppendData(buffer.Span[..count]);
        if (count > 0) return count;

        _ended = true;
        // Without a Content-Length a connection that broke looks like an end.
        if (_read < blob.Size)
        {
            var wrong = Wrong($"{_read} bytes instead of the {blob.Size} that its manifest tells");
            throw new TransferBrokenException(wrong.Message, wrong);
        }

        var digest = $"sha256:{Convert.ToHexStringLower(_hash.GetHashAndReset())}";
        if (digest != blob.Digest) throw Wrong($"content whose digest is {digest}");
        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Blobs are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is held back.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> NextAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        watch.CancelAfter(longestStandstill);
        try
        {
            return await source.ReadAsync(buffer, watch.Token);
        }
        catch (Exception error) when (RegistryRetry.IsConnection(error))
        {
            throw new TransferBrokenException($"{place} broke off after {_read} of {blob.Size} bytes ({error.Message.TrimEnd('.')})", error);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransferBrokenException($"{place} stands still after {_read} of {blob.Size} bytes", late);
        }
    }

    private InkException Wrong(string what) => new(
        ErrorCodes.Digest, $"{place} came as {what}. Is a proxy in between? Nothing was made of it; ask whoever runs the registry.");
}
