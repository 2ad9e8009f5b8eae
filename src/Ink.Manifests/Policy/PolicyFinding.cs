using Ink.Model.Rules;

namespace Ink.Manifests.Policy;

/// <summary>A rule that a manifest breaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How much it weighs here.</param>
/// <param name="File">The file, relative to the folder that is judged.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Kind">The kind of object; empty where the file cannot be read.</param>
/// <param name="Name">The object's name; empty where it has none.</param>
/// <param name="Namespace">Its namespace; empty where it names none.</param>
/// <param name="Path">Where in the object.</param>
/// <param name="Message">What is wrong and what to do; never holds a secret's value.</param>
/// <param name="Environment">The environment that was rendered; <see langword="null"/> for manifests from elsewhere.</param>
public sealed record PolicyFinding(
    Rule Rule, RuleSeverity Severity, string File, int Line, string Kind, string Name, string Namespace, string Path, string Message, string? Environment)
{
    /// <summary>Why somebody accepts it; <see langword="null"/> where nobody does. One that is accepted is in reports alone.</summary>
    public string? Suppression { get; init; }

    /// <summary>One line: <c>file: Kind/name: INKnnnn: message</c>.</summary>
    public override string ToString() => Kind.Length == 0 ? $"{File}: {Rule.Id}: {Message}" : $"{File}: {Kind}/{Name}: {Rule.Id}: {Message}";
}
