using Ink.Model.Rules;

namespace Ink.Model.Secrets.Formats;

/// <summary>Private keys: PEM (RFC 7468), PuTTY's files, and the DER of PKCS #1, #8 and #12 in base64.</summary>
internal static class PrivateKeys
{
    private const string Begin = "-----BEGIN ";
    private const int ShortestBody = 40;

    /// <summary>Shorter texts hold none: an Ed25519 key in base64 has 64 characters.</summary>
    public const int Shortest = 60;
    private const int ShortestDer = 100;
    private const int LongestLabel = 45;
    private const int LongestKey = 20_000;

    private static readonly Alphabet Base64 = Alphabet.Of("0-9A-Za-z+/=");

    // What the first bytes of the structures come to in base64: a SEQUENCE with two bytes of length, then the version and what follows it.
    private static readonly (string Start, int Skip, string Then, string Format)[] DerHeads =
    [
        ("MII", 3, "IBAzCC", "PKCS #12 container"),
        ("MII", 3, "IBADAN", "private key (PKCS #8)"),
        ("MII", 3, "IBAAKC", "RSA private key"),
        ("MIGHAgEAMBMGByqG", 0, "", "EC private key (PKCS #8)"),
        ("MHcCAQEE", 0, "", "EC private key"),
        ("MC4CAQAwBQYDK2V", 0, "", "Ed25519 or X25519 private key"),
    ];

    public static void Find(string text, List<SecretFinding> found)
    {
        var before = found.Count;
        foreach (var at in Occurrences.Of(text, Begin))
            FindPem(text, at, found);
        foreach (var at in Occurrences.Of(text, "PuTTY-User-Key-File-"))
        {
            if (text.IndexOf("Private-Lines:", at, StringComparison.Ordinal) > 0)
                found.Add(Findings.Of(RuleCatalogue.PrivateKey, "PuTTY private key", text, at, text.Length));
        }

        if (found.Count == before)
            FindDer(text, found);
    }

    // The header by itself is a program that reads or writes keys; with content behind it, it is one.
    private static void FindPem(string text, int at, List<SecretFinding> found)
    {
        var name = at + Begin.Length;
        var close = text.IndexOf("-----", name, Math.Min(LongestLabel, text.Length - name), StringComparison.Ordinal);
        if (close < 0)
            return;
        var label = text.Substring(name, close - name);
        if (!label.All(c => c == ' ' || Alphabet.Upper.Has(c)))
            return;
        if (!label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) && !label.EndsWith("PRIVATE KEY BLOCK", StringComparison.Ordinal))
            return;

        var body = close + 5;
        var stop = text.IndexOf("-----END", body, Math.Min(LongestKey, text.Length - body), StringComparison.Ordinal);
        var end = stop < 0 ? Math.Min(text.Length, body + LongestKey) : stop;
        var longest = LongestRun(text, body, end);
        if (longest >= ShortestBody)
            found.Add(Findings.Of(RuleCatalogue.PrivateKey, $"private key ({(label.Length > 11 ? label.Substring(0, label.IndexOf("PRIVATE", StringComparison.Ordinal)).Trim() : "PKCS #8")}, PEM)", text, at, end));
    }

    private static int LongestRun(string text, int start, int end)
    {
        var longest = 0;
        while (start < end)
        {
            var stop = Math.Min(Base64.EndOfRun(text, start, LongestKey), end);
            if (stop - start >= ShortestBody && TextShape.Of(text, start, stop - start).Entropy >= 3)
                longest = Math.Max(longest, stop - start);
            start = Math.Max(stop, start) + 1;
        }

        return longest;
    }

    private static void FindDer(string text, List<SecretFinding> found)
    {
        if (text.Length < ShortestDer)
            return;
        foreach (var at in Occurrences.Of(text, "M"))
        {
            if (at + ShortestDer > text.Length || (at > 0 && Base64.Has(text[at - 1])))
                continue;
            foreach (var (start, skip, then, format) in DerHeads)
            {
                if (!Is(text, at, start) || !Is(text, at + start.Length + skip, then))
                    continue;
                var end = Base64.EndOfRun(text, at, LongestKey);
                if (end - at < (skip == 0 ? 60 : ShortestDer))
                    continue;
                found.Add(Findings.Of(RuleCatalogue.PrivateKey, format, text, at, end));
                return;
            }
        }
    }

    private static bool Is(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
