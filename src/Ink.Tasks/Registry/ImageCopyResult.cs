namespace Ink.Tasks.Registry;

/// <summary>What a copy did.</summary>
/// <param name="Digest">The image's digest, which is the same on both sides.</param>
/// <param name="Sent">How many blobs were sent.</param>
/// <param name="Bytes">How many bytes they had.</param>
/// <param name="Mounted">How many blobs the registry took from another of its repositories.</param>
/// <param name="Present">How many blobs and manifests were there already.</param>
/// <param name="NotAttached">What was attached to the image and would not be taken, each with the reason; to be told to the user.</param>
internal sealed record ImageCopyResult(string Digest, int Sent, long Bytes, int Mounted, int Present, IReadOnlyList<string> NotAttached);
