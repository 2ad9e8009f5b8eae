using System.Globalization;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>Reads the constant of an attribute argument.</summary>
internal static class ArgumentReader
{
    /// <summary>The value; <see langword="null"/> where the constant is an error or of a type that no argument has.</summary>
    public static ArgumentValue? Read(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array => new ArgumentValue.List(ReadTexts(constant)),
        TypedConstantKind.Enum => ReadEnum(constant),
        TypedConstantKind.Primitive => ReadPrimitive(constant),
        _ => null,
    };

    private static ArgumentValue? ReadPrimitive(TypedConstant constant) => constant.Value switch
    {
        string text => new ArgumentValue.Text(WithLineFeeds(text)),
        int number => new ArgumentValue.Number(number),
        bool flag => new ArgumentValue.Flag(flag),
        // A null that was written is an empty text, which the rules judge like any other.
        null when constant.Type?.SpecialType == SpecialType.System_String => new ArgumentValue.Text(""),
        _ => null,
    };

    private static ArgumentValue.Text ReadEnum(TypedConstant constant)
    {
        var member = constant.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value));
        return new ArgumentValue.Text(member?.Name ?? Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "");
    }

    private static EquatableArray<string> ReadTexts(TypedConstant constant) =>
        constant.IsNull ? default : constant.Values.Select(item => item.IsNull ? "" : WithLineFeeds(item.Value as string ?? "")).ToEquatableArray();

    // A literal of several lines has the line ends of its file, and those of a file depend on who checked it out: the same commit would mean
    // two things.
    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n");
}
