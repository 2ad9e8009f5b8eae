namespace Ink.Tasks.Releases;

/// <summary>The commit that a release is made from.</summary>
/// <param name="Hash">In full; empty outside a repository.</param>
/// <param name="Time">When it was committed (RFC 3339, UTC); empty outside a repository.</param>
internal sealed record SourceCommit(string Hash, string Time)
{
    /// <summary>As messages show it.</summary>
    public string Short => Hash.Length > 8 ? Hash[..8] : Hash;
}
