namespace Ink.Manifests.Policy.Reading;

/// <summary>A text is no YAML, or no manifest could ever be like it.</summary>
/// <param name="line">Where reading ended, from 1.</param>
/// <param name="reason">Why, a clause.</param>
/// <param name="inner">What the parser said.</param>
internal sealed class ManifestFormatException(int line, string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>Where reading ended, from 1.</summary>
    public int Line { get; } = Math.Max(1, line);
}
