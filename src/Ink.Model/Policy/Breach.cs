using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;

namespace Ink.Model.Policy;

/// <summary>A rule that an app or a manifest breaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">Where in the object: <c>spec.template.spec.containers[0].resources.limits.memory</c>.</param>
/// <param name="Problem">What is wrong, a clause without a full stop; never holds a secret's value.</param>
/// <param name="Remedy">What to change in the manifest, a sentence.</param>
public sealed record Breach(Rule Rule, string Path, string Problem, string Remedy)
{
    /// <summary>What to change in source; <see langword="null"/> where no attribute can cause or mend it.</summary>
    public SourceHint? Source { get; init; }
}

/// <summary>The attribute that says something about the matter.</summary>
/// <param name="Attribute">The attribute; the one that declares the workload where it is <see langword="null"/>.</param>
/// <param name="Argument">The argument that is wrong or missing; <see langword="null"/> for the attribute as a whole.</param>
/// <param name="Remedy">What to write, a sentence.</param>
/// <param name="Key">Which of several such attributes: the host of an <c>[Ingress]</c>, the name of a <c>[Sidecar]</c>.</param>
public sealed record SourceHint(AttributeKind? Attribute, string? Argument, string Remedy, string? Key = null)
{
    /// <summary>The arguments that nobody wrote and somebody should; empty where something that was written is wrong.</summary>
    public EquatableArray<string> Missing { get; init; }
}
