using Ink.Model.Rules;

namespace Ink.Model.Secrets.Formats;

/// <summary>Findings of each rule, with what may be shown of the secret.</summary>
internal static class Findings
{
    public static SecretFinding Known(string format, string text, int start, int end) => Of(RuleCatalogue.KnownCredential, format, text, start, end);

    public static SecretFinding Of(Rule rule, string format, string text, int start, int end) =>
        new(rule, format, start, end - start, SecretText.Show(text, start, end - start));

    public static SecretFinding Whole(Rule rule, string format, string text) => Of(rule, format, text, 0, text.Length);
}
