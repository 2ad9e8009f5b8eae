namespace Ink.Manifests.Workloads;

/// <summary>
/// Keeps Kubernetes from expanding texts. In variables, commands and arguments it replaces <c>$(NAME)</c> and takes <c>$$</c> for one
/// <c>$</c> ("Define Dependent Environment Variables"); what stands in source is meant as it stands.
/// </summary>
internal static class LiteralText
{
    public static string Escape(string text) =>
        text.Contains("$(", StringComparison.Ordinal) || text.Contains("$$", StringComparison.Ordinal)
            ? text.Replace("$", "$$", StringComparison.Ordinal)
            : text;

    public static string[]? Escape(IReadOnlyList<string> texts) => texts.Count == 0 ? null : [.. texts.Select(Escape)];
}
