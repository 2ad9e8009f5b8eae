namespace Ink.Model.Secrets.Formats;

/// <summary>Addresses that are their own password: whoever knows one may post.</summary>
internal static class Webhooks
{
    private const int Longest = 400;

    private static readonly Alphabet Path = Alphabet.Of("0-9A-Za-z_/@.-");

    public static void Find(string text, List<SecretFinding> found)
    {
        Find(text, "Slack webhook", "hooks.slack.com/", found, path => path.Length >= 3 && path[0] is "services" or "workflows" or "triggers" && path[path.Length - 1].Length >= 20);
        Find(text, "Teams webhook", ".webhook.office.com/", found, path => path.Length >= 4 && path[0].StartsWith("webhook", StringComparison.Ordinal) && path.Any(IsHex32));
        Find(text, "Teams webhook", "outlook.office.com/", found, path => path.Length >= 4 && path[0].StartsWith("webhook", StringComparison.Ordinal) && path.Any(IsHex32));
        Find(text, "Discord webhook", "discord.com/api/webhooks/", found, path => path.Length == 2 && path[0].All(Alphabet.Digit.Has) && path[1].Length >= 60);
    }

    private static void Find(string text, string format, string anchor, List<SecretFinding> found, Func<string[], bool> isWebhook)
    {
        foreach (var at in Occurrences.Of(text, anchor))
        {
            var path = at + anchor.Length;
            var end = Path.EndOfRun(text, path, Longest);
            if (!isWebhook(text.Substring(path, end - path).Split('/')) || TextShape.Of(text, path, end - path) is not { LooksRandom: true, Entropy: >= 3.5 })
                continue;
            var start = text.LastIndexOf("://", at, Math.Min(at + 1, Longest), StringComparison.Ordinal);
            start = start < 0 ? at : Alphabet.Alphanumeric.StartOfRun(text, start, Longest);
            found.Add(Findings.Known(format, text, start, end));
        }
    }

    private static bool IsHex32(string part) => part.Length == 32 && part.All(Alphabet.LowerHex.Has);
}
