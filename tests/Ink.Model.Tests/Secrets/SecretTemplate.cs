using System.Text;
using System.Text.RegularExpressions;

namespace Ink.Model.Tests.Secrets;

/// <summary>Makes secrets from templates: <c>AKIA{b32:16}</c> is AKIA and 16 characters of base32. The same every time, so that a failure can be seen again.</summary>
internal static partial class SecretTemplate
{
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Small = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private static readonly Dictionary<string, string> Alphabets = new(StringComparer.Ordinal)
    {
        ["b32"] = Capitals + "234567",
        ["an"] = Capitals + Small + Digits,
        ["url"] = Capitals + Small + Digits + "-_",
        ["b64"] = Capitals + Small + Digits + "+/",
        ["hex"] = Digits + "abcdef",
        ["up"] = Capitals + Digits,
        ["low"] = Small + Digits,
        ["dig"] = "123456789",
        ["bech"] = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
    };

    /// <summary>A secret of the template, with so many characters more or fewer in its last part.</summary>
    public static string Make(string template, int more = 0)
    {
        var random = new Random(20260704);
        var last = Part().Count(template) - 1;
        var index = 0;
        return Part().Replace(template, match =>
        {
            var alphabet = Alphabets[match.Groups["alphabet"].Value];
            var count = int.Parse(match.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture) + (index++ == last ? more : 0);
            var text = new StringBuilder();
            // Begins and ends with what counts as part of a word, as real ones nearly always do.
            while (text.Length < count)
            {
                var c = alphabet[random.Next(alphabet.Length)];
                if ((text.Length > 0 && text.Length < count - 1) || char.IsLetterOrDigit(c))
                    text.Append(c);
            }

            return text.ToString();
        });
    }

    [GeneratedRegex("\\{(?<alphabet>[a-z0-9]+):(?<count>[0-9]+)\\}")]
    private static partial Regex Part();
}
