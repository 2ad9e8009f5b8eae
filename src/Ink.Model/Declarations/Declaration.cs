using Ink.Model.Collections;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Declarations;

/// <summary>
/// One attribute as it was written in source. It holds only what was written: "unset" and "set to the default" differ, which is
/// what makes overrides per environment exact.
/// </summary>
/// <param name="Attribute">The attribute's name without its suffix and type parameters: <c>Web</c>, <c>Worker</c>, <c>Resources</c>.</param>
/// <param name="Arguments">
/// Positional, type and named arguments, all by name, sorted by name (ordinal); without <c>Environment</c> and <c>Workload</c>.
/// </param>
/// <param name="Environment">The environment it is limited to; <see langword="null"/> for all.</param>
/// <param name="Workload">The workload it is limited to; <see langword="null"/> for all.</param>
public sealed record Declaration(
    string Attribute,
    EquatableArray<Argument> Arguments,
    string? Environment = null,
    string? Workload = null)
{
    /// <summary>
    /// Rules that weigh something else where it stands than in the project, by id (ordinal): <c>#pragma warning disable</c> switches them off
    /// there, or the file has an <c>.editorconfig</c> of its own.
    /// </summary>
    public EquatableArray<RuleSetting> Rules { get; init; }

    /// <summary>The argument of that name, or <see langword="null"/> where it was not written.</summary>
    public ArgumentValue? this[string name] => Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;

    /// <summary>The text written for an argument, or <see langword="null"/>.</summary>
    public string? TextOf(string name) => (this[name] as ArgumentValue.Text)?.Value;

    /// <summary>
    /// The role that a workload declaration declares: its name, else its type's in kebab case, else the attribute's (<c>web</c>, <c>cronjob</c>).
    /// </summary>
    public string WorkloadName =>
        TextOf("Name") ?? (TextOf("Type") is { } type ? KebabCase.From(TypeName.Simple(type)) : Attribute.ToLowerInvariant());

    /// <summary>How a message refers to it: <c>[Ingress("shop.example.com")]</c>, <c>[Web]</c>, <c>[Worker&lt;OrderWorker&gt;]</c>.</summary>
    public string Display
    {
        get
        {
            var type = TextOf("Type") is { } name ? $"<{TypeName.Simple(name)}>" : "";
            var key = AttributeKind.Find(Attribute)?.Key is { } keyName && TextOf(keyName) is { } text ? $"(\"{text}\")" : "";
            return $"[{Attribute}{type}{key}]";
        }
    }
}
