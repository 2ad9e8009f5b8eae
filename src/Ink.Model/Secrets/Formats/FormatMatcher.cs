using Ink.Model.Rules;

namespace Ink.Model.Secrets.Formats;

/// <summary>Finds the credentials of <see cref="FormatTable"/> in one pass: most characters begin none of them.</summary>
internal static class FormatMatcher
{
    /// <summary>The length of the shortest of them.</summary>
    public static int Shortest { get; } = FormatTable.All.Min(format => format.Prefix.Length + format.Min);

    private static readonly SecretFormat[]?[] ByFirstCharacter = Group();

    public static void Find(string text, ref List<SecretFinding>? found)
    {
        for (var i = 0; i + Shortest <= text.Length; i++)
        {
            var c = text[i];
            if (c >= 128 || ByFirstCharacter[c] is not { } formats || (i > 0 && Alphabet.Word.Has(text[i - 1])))
                continue;
            foreach (var format in formats)
            {
                var end = format.EndAt(text, i);
                if (end < 0)
                    continue;
                (found ??= []).Add(new SecretFinding(RuleCatalogue.KnownCredential, format.Name, i, end - i, SecretText.Show(text, i, end - i), format.Weight));
                i = end - 1;
                break;
            }
        }
    }

    private static SecretFormat[]?[] Group()
    {
        var groups = new SecretFormat[]?[128];
        foreach (var group in FormatTable.All.GroupBy(format => format.Prefix[0]))
            groups[group.Key] = [.. group];
        return groups;
    }
}
