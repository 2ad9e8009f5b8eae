using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Ink.Tasks.Errors;

/// <summary>
/// Takes credentials out of text before it reaches a message or a log: the user information of any URL (RFC 3986,
/// section 3.2.1), token parameters, Authorization headers, and values registered as secret.
/// </summary>
internal static partial class Masking
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Hidden = "***";

    // Shorter values would blank out half of every message, and protect nothing.
    private const int ShortestSecret = 4;

    // Process-wide on purpose: an exception masks its own message, wherever it is made. Growing is harmless, the worst
    // that a value of an earlier build can do is to be masked in a later one.
    private static readonly ConcurrentDictionary<string, byte> Secrets = new(StringComparer.Ordinal);

    /// <summary>Registers a value that must never be shown, in the spellings git and HTTP libraries repeat it in.</summary>
    public static void Register(string? secret)
    {
        if (secret is null || secret.Length < ShortestSecret) return;
        Secrets.TryAdd(secret, 0);
        Secrets.TryAdd(Uri.EscapeDataString(secret), 0);
        Secrets.TryAdd(Uri.UnescapeDataString(secret), 0);
        Secrets.TryAdd(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), 0);
    }

    /// <summary>The text with every credential replaced by <c>***</c>.</summary>
    public static string Mask(string text)
    {
        if (string.IsNullOrEmpty(text)) return text;
        // URLs first: a registered password that holds an '@' or a ':' must not be cut out of the middle of one.
        var masked = SlashedUserInfo().Replace(text, "${scheme}***@");
        masked = UserInfo().Replace(masked, MaskUserInfo);
        masked = TokenParameter().Replace(masked, "${name}***");
        masked = Authorization().Replace(masked, "${name}***");
        foreach (var secret in Secrets.Keys.OrderByDescending(s => s.Length))
            masked = masked.Replace(secret, Hidden, StringComparison.Ordinal);
        return masked;
    }

    private static string MaskUserInfo(Match match)
    {
        var scheme = match.Groups["scheme"].Value;
        // "git@" in ssh://git@host is an account everyone shares, and a message without it names another address.
        var accountOnly = scheme.Contains("ssh", StringComparison.OrdinalIgnoreCase)
            && !match.Groups["user"].Value.Contains(':', StringComparison.Ordinal);
        return accountOnly ? match.Value : $"{scheme}{Hidden}@";
    }

    // Greedy up to the last '@' of the authority: a password may hold an '@' that nobody encoded.
    [GeneratedRegex(@"(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*://)(?<user>[^\s/?#'""<>\\]+)@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    // "user:pa/ss@host": not a valid URL, but what people paste. A number and a slash after the colon is a port.
    [GeneratedRegex(@"(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*://)[^\s/?#'""<>@:]*:(?!\d{1,5}(?:[/?#]|$))[^\s'""<>]*@", RegexOptions.CultureInvariant)]
    private static partial Regex SlashedUserInfo();

    [GeneratedRegex(@"(?<name>[?&](?:access_token|private_token|token|job_token|sig|api_key)=)[^&\s'""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TokenParameter();

    [GeneratedRegex(@"(?<name>\b(?:Authorization:\s*(?:Basic|Bearer)?|PRIVATE-TOKEN:)\s*)[^\s'""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Authorization();
}
