namespace Ink.Model.Secrets;

/// <summary>Texts that stand where a secret will be, and so are none.</summary>
internal static class Placeholders
{
    private static readonly string[] Words =
    [
        "changeme", "change-me", "change_me", "change me", "changeit", "replaceme", "replace-me", "replace_me", "replace-with", "replace_with", "fillme", "insert", "placeholder",
        "redacted", "todo", "fixme", "your", "dummy", "not-a-", "notasecret", "not_a_", "example", "sample", "enter-", "enter_", "masked", "hidden", "removed", "secret-goes-here", "goes-here",
        "set-in-", "set_in_", "set by", "from-env", "user-secrets", "keyvault", "key-vault", "key vault",
    ];

    private static readonly (string Open, string Close)[] Brackets =
        [("<", ">"), ("${", "}"), ("$(", ")"), ("%", "%"), ("{{", "}}"), ("{", "}"), ("[", "]"), ("#{", "}#"), ("__", "__"), ("((", "))"), ("#", "#"), ("@@", "@@")];

    // References that somebody resolves: Key Vault in App Service, AWS, Vault's injector, 1Password, GCP.
    private static readonly string[] References =
        ["@Microsoft.KeyVault(", "@AppConfig(", "arn:", "vault:", "op://", "ssm:", "secretsmanager:", "projects/", "ref+", "env:", "file:", "encrypted:", "ENC["];

    /// <summary>Whether the whole text is a placeholder, or is made from one.</summary>
    public static bool Is(string text)
    {
        text = text.Trim();
        return text.Length == 0
            || text.IndexOf(SecretScanner.Hole) >= 0
            || Brackets.Any(bracket => text.Length > bracket.Open.Length && text.StartsWith(bracket.Open, StringComparison.Ordinal) && text.EndsWith(bracket.Close, StringComparison.Ordinal))
            || HoldsVariable(text)
            || References.Any(reference => text.StartsWith(reference, StringComparison.OrdinalIgnoreCase))
            || IsFiller(text)
            || Words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool HoldsVariable(string text) =>
        Holds(text, "${", "}") || Holds(text, "$(", ")") || Holds(text, "{{", "}}") || Holds(text, "#{", "}") || (text[0] is '$' or '@' && text.Skip(1).All(Alphabet.Word.Has));

    private static bool Holds(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        return start >= 0 && text.IndexOf(close, start + open.Length, StringComparison.Ordinal) >= 0;
    }

    // ***, xxxx, ……, ----: one character again and again.
    private static bool IsFiller(string text) => text.All(c => c == text[0]) && (text.Length >= 3 || text[0] is '*' or '…');
}
