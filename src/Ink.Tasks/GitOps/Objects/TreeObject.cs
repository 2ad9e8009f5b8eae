using System.Text;

namespace Ink.Tasks.GitOps.Objects;

/// <summary>One file of a tree.</summary>
/// <param name="Mode">Its mode in octal, as git writes it: 100644 for a plain file.</param>
/// <param name="Hash">The hash of its content.</param>
internal sealed record TreeFile(string Mode, string Hash);

/// <summary>One entry of a tree.</summary>
internal sealed record TreeEntry(string Mode, string Name, string Hash)
{
    /// <summary>Whether it is a folder.</summary>
    public bool IsTree => Mode == "40000";
}

/// <summary>Reads what git keeps of commits and trees (gitformat-pack(5), gitcore-tutorial(7)).</summary>
internal static class TreeObject
{
    /// <summary>The entries of a tree: for each "mode SP name NUL", and the hash in binary.</summary>
    /// <param name="content">The object's content.</param>
    /// <param name="hashDigits">The length of an object's name in this repository.</param>
    public static List<TreeEntry> Parse(ReadOnlySpan<byte> content, int hashDigits)
    {
        var entries = new List<TreeEntry>();
        while (!content.IsEmpty)
        {
            var space = content.IndexOf((byte)' ');
            var end = content.IndexOf((byte)0);
            var hash = content.Slice(end + 1, hashDigits / 2);
            entries.Add(new TreeEntry(Encoding.ASCII.GetString(content[..space]), Encoding.UTF8.GetString(content[(space + 1)..end]), Convert.ToHexStringLower(hash)));
            content = content[(end + 1 + (hashDigits / 2))..];
        }

        return entries;
    }

    /// <summary>The values of a commit's header lines of one name: <c>tree</c>, <c>parent</c>.</summary>
    public static IEnumerable<string> Header(byte[] commit, string name) => Encoding.UTF8.GetString(commit).Split("\n\n", 2)[0].Split('\n')
        .Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..]);
}
