namespace Ink.Model.Secrets.Formats;

/// <summary>Credentials that are told by something in their middle, looked for one anchor after the other.</summary>
internal static class AnchoredFormats
{
    // 44 characters, each of them written as %2B.
    private const int LongestSignature = 133;

    private static readonly Alphabet EntraSecret = Alphabet.Of("0-9A-Za-z_~.-");
    private static readonly Alphabet Terraform = Alphabet.Of("0-9A-Za-z_=-");
    private static readonly Alphabet Signature = Alphabet.Of("0-9A-Za-z+/%_-");

    /// <summary>The length of the shortest of them, an Azure client secret.</summary>
    public const int Shortest = 37;

    public static void Find(string text, TextTraits traits, List<SecretFinding> found)
    {
        if (traits.HasTilde)
            FindAzureClientSecrets(text, found);
        if (traits.HasColon)
            FindTelegramTokens(text, found);
        if (traits.HasEquals)
            FindSignatures(text, found);
        FindTerraformTokens(text, found);
        FindAzureKeys(text, found);
    }

    // abc8Q~ and 31 to 34 more: Microsoft Entra ID, since 2021.
    private static void FindAzureClientSecrets(string text, List<SecretFinding> found)
    {
        foreach (var anchor in Occurrences.Of(text, "Q~"))
        {
            var start = anchor - 4;
            if (start < 0 || !Alphabet.Digit.Has(text[anchor - 1]) || EntraSecret.StartOfRun(text, anchor, 5) != start)
                continue;
            var end = EntraSecret.EndOfRun(text, anchor + 2, 35);
            if (end - anchor - 2 is >= 31 and <= 34 && TextShape.Of(text, anchor + 2, end - anchor - 2).Entropy >= 3)
                found.Add(Findings.Known("Azure client secret", text, start, end));
        }
    }

    private static void FindTerraformTokens(string text, List<SecretFinding> found)
    {
        const string Anchor = ".atlasv1.";
        foreach (var anchor in Occurrences.Of(text, Anchor))
        {
            var start = Alphabet.Alphanumeric.StartOfRun(text, anchor, 15);
            var end = Terraform.EndOfRun(text, anchor + Anchor.Length, 71);
            if (anchor - start == 14 && end - anchor - Anchor.Length is >= 60 and <= 70)
                found.Add(Findings.Known("Terraform Cloud token", text, start, end));
        }
    }

    // 123456789:AA and 33 more.
    private static void FindTelegramTokens(string text, List<SecretFinding> found)
    {
        foreach (var anchor in Occurrences.Of(text, ":AA"))
        {
            var start = Alphabet.Digit.StartOfRun(text, anchor, 11);
            var end = Alphabet.Base64Url.EndOfRun(text, anchor + 1, 36);
            // In an address of the API the number stands behind "bot".
            var isAlone = start == 0 || !Alphabet.Word.Has(text[start - 1]) || Ends(text, start, "/bot");
            if (anchor - start is >= 8 and <= 10 && end - anchor - 1 == 35 && isAlone && TextShape.Of(text, anchor + 3, 33).Entropy >= 3)
                found.Add(Findings.Known("Telegram bot token", text, start, end));
        }
    }

    // The signature of a shared access signature is an HMAC-SHA256: 44 characters of base64, or 43 where the padding is left out.
    private static void FindSignatures(string text, List<SecretFinding> found)
    {
        foreach (var anchor in Occurrences.Of(text, "sig="))
        {
            var start = anchor + 4;
            if (anchor > 0 && text[anchor - 1] is not ('&' or '?' or ';' or ' '))
                continue;
            var end = Signature.EndOfRun(text, start, LongestSignature);
            var length = Uri.UnescapeDataString(text.Substring(start, end - start)).TrimEnd('=').Length;
            if (length == 43 && TextShape.Of(text, start, end - start) is { LooksRandom: true, Entropy: >= 3.5 })
                found.Add(Findings.Known("shared access signature", text, start, end));
        }
    }

    // Azure marks its newer keys: the storage account's, Cosmos DB's, Service Bus', Event Hubs', Relay's, API Management's and more.
    private static void FindAzureKeys(string text, List<SecretFinding> found)
    {
        foreach (var (mark, format, before, length) in AzureKeyMarks)
        {
            foreach (var anchor in Occurrences.Of(text, mark))
            {
                var start = anchor - before;
                var end = start < 0 ? -1 : Alphabet.Base64.EndOfRun(text, start, length + 1);
                if (end - start == length && Alphabet.Base64.StartOfRun(text, anchor, before + 1) == start)
                    found.Add(Findings.Known(format, text, start, end));
            }
        }
    }

    private static readonly (string Mark, string Format, int Before, int Length)[] AzureKeyMarks =
    [
        ("+ASt", "Azure storage key", 76, 86), ("ACDb", "Azure Cosmos DB key", 76, 86),
        ("+ASb", "Azure Service Bus key", 33, 43), ("+AEh", "Azure Event Hubs key", 33, 43), ("+ARm", "Azure Relay key", 33, 43),
        ("AIoT", "Azure IoT Hub key", 33, 43), ("AzSe", "Azure AI Search key", 42, 52), ("AzFu", "Azure Functions key", 44, 54),
        ("AZDO", "Azure DevOps token", 76, 84),
    ];

    private static bool Ends(string text, int end, string word) =>
        end >= word.Length && string.CompareOrdinal(text, end - word.Length, word, 0, word.Length) == 0;
}
