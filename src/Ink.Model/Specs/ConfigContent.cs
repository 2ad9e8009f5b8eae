using System.Text;

namespace Ink.Model.Specs;

/// <summary>
/// The content of a config file. Text has line feeds alone, whatever line endings git checked out: the same commit is the same on Windows
/// and on Linux. Everything else is taken byte by byte.
/// </summary>
public sealed record ConfigContent
{
    /// <summary>The most that a ConfigMap holds, in bytes ("ConfigMaps" in the Kubernetes documentation).</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ConfigContent(string? text, string? base64, int bytes) => (Text, Base64, Bytes) = (text, base64, bytes);

    /// <summary>The text; <see langword="null"/> where the file is none.</summary>
    public string? Text { get; }

    /// <summary>The bytes in Base64 (RFC 4648) where the file is no text; else <see langword="null"/>.</summary>
    public string? Base64 { get; }

    /// <summary>How many bytes it has.</summary>
    public int Bytes { get; }

    /// <summary>The content of a file: text where it is valid UTF-8 without a NUL, which is also what makes a file binary for git.</summary>
    public static ConfigContent Of(byte[] bytes)
    {
        if (Array.IndexOf(bytes, (byte)0) >= 0)
            return OfBinary(bytes);
        try
        {
            return OfText(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return OfBinary(bytes);
        }
    }

    /// <summary>A text.</summary>
    public static ConfigContent OfText(string text)
    {
        var normalised = text.Replace("\r\n", "\n");
        return new ConfigContent(normalised, base64: null, Encoding.UTF8.GetByteCount(normalised));
    }

    /// <summary>What is no text.</summary>
    public static ConfigContent OfBinary(byte[] bytes) => new(text: null, Convert.ToBase64String(bytes), bytes.Length);
}
