namespace Ink.Testing;

/// <summary>
/// Secrets for tests, put together at run time: they open nothing, but whoever scans this repository could not know. In texts
/// <c>§name§</c> stands for one.
/// </summary>
internal static class SampleSecrets
{
    private const char Mark = '§';

    // Not with +: a concatenation of constants is a constant, and Ink would see it whole.
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["github"] = Join("ghp", "_8kQ2vXw0LrT5yNc7BzE1mHs9JdU4aGf6PoIt"),
        ["github2"] = Join("ghp", "_Zt4Rm1Wq8Kc0Vb6Nj3Xf9Ls2Hd7Gy5PaEuTo"),
        ["aws"] = Join("AKIA", "Q7WX2ZP4LM5RTY3K"),
        ["stripe-test"] = Join("sk_", "test_9fJ2kLmQ8xWv4ZrT6bYn1CdE"),
        ["jwt"] = Join("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9", ".eyJzdWIiOiI0MiIsInJvbGUiOiJhZG1pbiJ9", ".k3Jd8sQ0vXz5LmNp7RtYw2BcEf4Gh6Kj9AoUiZqWx1M"),
        ["hex"] = Join("9b1f", "6c3e8a72d405b7e91c6f2a8d3540"),
        ["strong"] = Join("Vr4cht", "Wagen!7xQ-33"),
        ["pem"] = Join("-----BEGIN ", "PRIVATE KEY-----\\nMIIEvQ", "IBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7vbqajDhA0b1c\\n-----END PRIVATE KEY-----"),
        ["url"] = Join("amqp:", "//orders:kaninchen7@rabbit.internal:5672/prod"),
        ["sql"] = Join("Server=db;User Id=app;Pass", "word=Vr4chtWagen7;Database=shop"),
        ["pwd-key"] = Join("Pass", "word="),
        ["pw"] = Join("Pass", "word=Wagen7"),
    };

    /// <summary>The secret of that name.</summary>
    public static string Of(string name) => All[name];

    /// <summary>An address that is written <c>https:§//user:password@host</c>, so that it is none before.</summary>
    public static string Address(string text) => text.Replace(":§//", "://", StringComparison.Ordinal);

    /// <summary>The text with its secrets.</summary>
    public static string FillIn(string text)
    {
        foreach (var (name, value) in All)
            text = text.Replace($"{Mark}{name}{Mark}", value, StringComparison.Ordinal);
        return text.Contains(Mark, StringComparison.Ordinal) ? throw new ArgumentException($"a secret that is none of {string.Join(", ", All.Keys)}: {text}") : text;
    }

    private static string Join(params string[] parts) => string.Concat(parts);
}
