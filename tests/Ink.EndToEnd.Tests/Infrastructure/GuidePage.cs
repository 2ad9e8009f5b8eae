namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>Files as docs/guide shows them, so that a page that is wrong fails a test.</summary>
internal static class GuidePage
{
    private const string Fence = "```";

    /// <summary>The fenced block of a page that names a file, in a comment of its first two lines.</summary>
    /// <param name="page">For example <c>solutions.md</c>.</param>
    /// <param name="name">What the comment says.</param>
    public static string Block(string page, string name)
    {
        // Between an odd and an even fence; the first line is the language.
        var blocks = File.ReadAllText(RepositoryRoot.Combine("docs", "guide", page)).Split(Fence).Where((_, index) => index % 2 == 1);
        return blocks
            .Select(block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..])
            .Single(block => block.Split('\n').Take(2).Any(line => line.Contains(name, StringComparison.Ordinal)));
    }
}
