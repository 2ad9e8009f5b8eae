using Ink.Model.Collections;

namespace Ink.Model.Declarations;

/// <summary>
/// A value written in an attribute: a text, a whole number, a switch or a list of texts. Enum values are texts (the member's name).
/// </summary>
public abstract record ArgumentValue
{
    private ArgumentValue()
    {
    }

    /// <summary>A string, an enum member's name or a type's fully qualified name.</summary>
    public sealed record Text(string Value) : ArgumentValue;

    /// <summary>An <see cref="int"/>.</summary>
    public sealed record Number(int Value) : ArgumentValue;

    /// <summary>A <see cref="bool"/>.</summary>
    public sealed record Flag(bool Value) : ArgumentValue;

    /// <summary>An array of strings.</summary>
    public sealed record List(EquatableArray<string> Values) : ArgumentValue;
}
