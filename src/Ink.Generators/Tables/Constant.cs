using System.Globalization;
using Ink.Model.Collections;
using Microsoft.CodeAnalysis.CSharp;

namespace Ink.Generators.Tables;

/// <summary>A constant of <c>InkApp</c>.</summary>
/// <param name="Identifier">Its C# name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Literal">Its value as C#.</param>
/// <param name="Meaning">What it stands for, for its comment.</param>
internal sealed record Constant(string Identifier, string Type, string Literal, string Meaning)
{
    /// <summary>One constant a text, which is its value; for a class of that name.</summary>
    public static EquatableArray<Constant> Texts(string enclosing, IEnumerable<string> texts) =>
        Identifiers.Assign(enclosing, texts)
            .Select(pair => new Constant(pair.Value, "string", SymbolDisplay.FormatLiteral(pair.Key, quote: true), pair.Key))
            .ToEquatableArray();

    /// <summary>One constant a name; the first number of a name counts.</summary>
    public static EquatableArray<Constant> Numbers(string enclosing, IEnumerable<KeyValuePair<string, int>> numbers)
    {
        var values = numbers.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        return Identifiers.Assign(enclosing, values.Keys)
            .Select(pair => (Identifier: pair.Value, Number: values[pair.Key].ToString(CultureInfo.InvariantCulture)))
            .Select(pair => new Constant(pair.Identifier, "int", pair.Number, pair.Number))
            .ToEquatableArray();
    }
}
