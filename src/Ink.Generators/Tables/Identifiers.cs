using System.Globalization;
using System.Text;

namespace Ink.Generators.Tables;

/// <summary>Makes C# names from the names of roles and variables.</summary>
internal static class Identifiers
{
    // A member of one of these names would hide a member of object.
    private static readonly string[] Reserved =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>
    /// Gives each name an identifier of its own, for members of the class <paramref name="enclosing"/>. The names are taken in ordinal
    /// order, so the outcome does not depend on theirs; one whose identifier is taken gets a number.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Assign(string enclosing, IEnumerable<string> names)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal) { enclosing };
        return names
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new KeyValuePair<string, string>(name, Free(PascalCase(name), taken)))
            .ToList();
    }

    /// <summary><c>order-worker</c> → <c>OrderWorker</c>, <c>LOG_LEVEL</c> → <c>LogLevel</c>, <c>2fa</c> → <c>_2fa</c>.</summary>
    public static string PascalCase(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var word in Words(name))
        {
            var isShouted = !word.Any(character => character is >= 'a' and <= 'z');
            result.Append(char.ToUpperInvariant(word[0])).Append(isShouted ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }

        return result.Length == 0 || char.IsDigit(result[0]) ? $"_{result}" : result.ToString();
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = wanted + number.ToString(CultureInfo.InvariantCulture);

        return name;
    }

    // Everything but ASCII letters and digits separates words.
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
                continue;
            if (i > start)
                yield return name.Substring(start, i - start);
            start = i + 1;
        }
    }
}
