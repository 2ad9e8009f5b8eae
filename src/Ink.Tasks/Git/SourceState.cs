namespace Ink.Tasks.Git;

/// <summary>What the repository of the sources looks like at the moment of the build.</summary>
/// <param name="Root">The top folder of the working tree.</param>
/// <param name="Commit">The checked-out commit, in full: 40 hexadecimal digits, 64 in a SHA-256 repository.</param>
/// <param name="CommitTime">When it was committed, in UTC (the committer's date).</param>
/// <param name="Branch">The branch, or null where HEAD is detached, as it is in most CI.</param>
/// <param name="RemoteUrl">Where the branch's remote, or <c>origin</c>, points; without credentials.</param>
/// <param name="DirtyCount">How many files differ from the commit.</param>
/// <param name="DirtyFiles">The first few of them, relative to <paramref name="Root"/>.</param>
internal sealed record SourceState(
    string Root,
    string Commit,
    DateTimeOffset CommitTime,
    string? Branch,
    string? RemoteUrl,
    int DirtyCount,
    IReadOnlyList<string> DirtyFiles)
{
    /// <summary>The first eight digits of the commit, as messages show it.</summary>
    public string ShortCommit => Commit[..8];

    /// <summary>Whether the working tree holds anything that the commit does not.</summary>
    public bool IsDirty => DirtyCount > 0;
}
