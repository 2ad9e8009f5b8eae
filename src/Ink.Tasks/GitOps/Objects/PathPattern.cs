namespace Ink.Tasks.GitOps.Objects;

/// <summary>Files to look for: one file, or a folder with all that is in it. A segment <c>*</c> stands for any name.</summary>
/// <param name="Path">The path in the repository.</param>
/// <param name="Near">With how many segments left everything below is fetched at once, contents and all; 0 for never.</param>
internal sealed record PathPattern(string Path, int Near = 0)
{
    /// <summary>The path's segments.</summary>
    public ArraySegment<string> Segments { get; } = Path.Split('/');
}
