using CsCheck;

namespace Ink.Manifests.Tests.Properties;

/// <summary>An argument of an attribute: what may be written for it, and what may not.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Valid">Values of which every one goes together with every valid one of every other argument.</param>
/// <param name="Invalid">Values that are an error in every model; <see langword="null"/> where all that compile are valid.</param>
internal sealed record ArgumentGen(string Name, Gen<object> Valid, Gen<object>? Invalid)
{
    // A text that is empty or blank is an error for every argument but the few that say so.
    private static readonly string[] Blank = ["", " ", "\t\n"];

    /// <summary>Texts of any form in which nothing looks like a placeholder.</summary>
    public static Gen<string> Literal { get; } = AppGen.Text.Select(text => text.Replace("{", "{ ", StringComparison.Ordinal));

    public bool IsRequired { get; private init; }

    public static ArgumentGen Text(string name, string[] valid, params string[] invalid) =>
        new(name, Gen.OneOf(valid).Select(text => (object)text), Gen.OneOf<string>([.. Blank, .. invalid]).Select(text => (object)text));

    /// <summary>A text of any form, of which nothing is wrong.</summary>
    public static ArgumentGen AnyText(string name) => new(name, Literal.Select(text => (object)text), null);

    public static ArgumentGen Number(string name, int min, int max, params int[] invalid) =>
        new(name, Gen.Int[min, max].Select(number => (object)number), invalid.Length == 0 ? null : Gen.OneOf(invalid).Select(number => (object)number));

    public static ArgumentGen Flag(string name) => new(name, Gen.Bool.Select(flag => (object)flag), null);

    public static ArgumentGen List(string name, Gen<string> items, params string[][] invalid) =>
        new(name, items.Array[0, 3].Select(list => (object)list), invalid.Length == 0 ? null : Gen.OneOf(invalid).Select(list => (object)list));

    public static ArgumentGen Choice<T>(string name)
        where T : struct, Enum =>
        Text(name, Enum.GetNames<T>(), "7", "Never");

    /// <summary>The same argument, a list that holds one item: two of the same key would be an error.</summary>
    public ArgumentGen Once() => this with { Valid = Valid.Select(list => (object)((string[])list).Take(1).ToArray()) };

    /// <summary>The same argument, written always: a positional one.</summary>
    public ArgumentGen Always() => this with { IsRequired = true };
}
