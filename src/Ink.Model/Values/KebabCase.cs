using System.Text;

namespace Ink.Model.Values;

/// <summary>Makes DNS-1123 labels from .NET names.</summary>
public static class KebabCase
{
    /// <summary>
    /// <c>Shop.CheckoutApi</c> → <c>shop-checkout-api</c>, <c>HTTPServer</c> → <c>http-server</c>, <c>Net10App</c> → <c>net10-app</c>.
    /// Characters that a label cannot hold separate words. The result may still be empty or too long: check it.
    /// </summary>
    public static string From(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var character = name[i];
            if (!IsAsciiLetterOrDigit(character))
            {
                Separate(result);
                continue;
            }

            if (IsUpper(character) && i > 0 && StartsWord(name, i))
                Separate(result);
            result.Append(char.ToLowerInvariant(character));
        }

        return result.ToString().Trim('-');
    }

    // An upper-case letter starts a word after a lower-case letter or digit (orderWorker), and as the last of a run of
    // upper-case letters that a lower-case one follows (HTTPServer).
    private static bool StartsWord(string name, int index) =>
        !IsUpper(name[index - 1]) || (index + 1 < name.Length && name[index + 1] is >= 'a' and <= 'z');

    private static void Separate(StringBuilder result)
    {
        if (result.Length > 0 && result[result.Length - 1] != '-')
            result.Append('-');
    }

    private static bool IsUpper(char character) => character is >= 'A' and <= 'Z';

    private static bool IsAsciiLetterOrDigit(char character) =>
        character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';
}
