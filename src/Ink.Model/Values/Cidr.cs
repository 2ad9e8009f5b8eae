using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>A block of addresses in CIDR notation (RFC 4632, RFC 4291).</summary>
public static class Cidr
{
    private static readonly Regex Version4 = new("^([0-9]|[1-9][0-9]{1,2})(\\.([0-9]|[1-9][0-9]{1,2})){3}\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Version6 = new("^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the text is an address, a slash and a length, as the API server reads them.</summary>
    public static bool IsValid(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
            return false;

        // .NET also takes addresses of fewer parts, in other bases and with zones: none of them is CIDR.
        var address = text.Substring(0, slash);
        if (!(Version4.IsMatch(address) || Version6.IsMatch(address)) || !IPAddress.TryParse(address, out var parsed))
            return false;
        return IsLength(text.Substring(slash + 1), parsed.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static bool IsLength(string text, int max) =>
        text.Length is > 0 and <= 3
        && text.All(character => character is >= '0' and <= '9')
        && !(text.Length > 1 && text[0] == '0')
        && int.Parse(text, CultureInfo.InvariantCulture) <= max;
}
