using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ink.Manifests.Yaml;

/// <summary>Chooses a style in which every YAML reader, of version 1.1 or 1.2, takes a scalar for what it is.</summary>
internal static class YamlScalar
{
    /// <summary>A text as a value.</summary>
    public static Scalar OfText(string text) => Create(text, IsBlock(text) ? ScalarStyle.Literal : QuotedOrPlain(text));

    /// <summary>A text as a key of a mapping, which has to stay on one line.</summary>
    public static Scalar OfKey(string text) => Create(text, QuotedOrPlain(text));

    /// <summary>A number or a switch, as JSON writes it; YAML reads these the same.</summary>
    public static Scalar OfLiteral(string json) => Create(json, ScalarStyle.Plain);

    // The emitter escapes emoji in every other style, which is right but which nobody can read.
    private static bool IsBlock(string text) =>
        (text.Contains('\n', StringComparison.Ordinal) || YamlText.HasSupplementary(text)) && YamlText.IsLiteralSafe(text);

    private static ScalarStyle QuotedOrPlain(string text)
    {
        if (YamlText.IsPlainSafe(text))
            return ScalarStyle.Plain;
        // Single quotes escape nothing but themselves: they read better around JSON, and double quotes around all the rest.
        return YamlText.IsPrintable(text) && text.AsSpan().ContainsAny('"', '\\') ? ScalarStyle.SingleQuoted : ScalarStyle.DoubleQuoted;
    }

    private static Scalar Create(string text, ScalarStyle style) =>
        new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: style == ScalarStyle.Plain, isQuotedImplicit: style != ScalarStyle.Plain);
}
