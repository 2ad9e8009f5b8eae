namespace Ink.Manifests.Policy.Reading;

/// <summary>A file that is no YAML.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Where reading ended.</param>
/// <param name="Reason">Why, a clause.</param>
/// <param name="IsTemplate">Whether it looks like a template of Helm, which becomes YAML when it is rendered.</param>
internal sealed record UnreadableFile(string File, int Line, string Reason, bool IsTemplate);
