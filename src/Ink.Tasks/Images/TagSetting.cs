namespace Ink.Tasks.Images;

/// <summary>What a tag names just after it was set, or found set.</summary>
/// <param name="Digest">The digest.</param>
/// <param name="SettlesAt">
/// When it no longer moves, in milliseconds since this machine was started, whichever process asks (<see cref="Environment.TickCount64"/>); null
/// where it does not move at all.
/// </param>
internal sealed record TagSetting(string Digest, long? SettlesAt);
