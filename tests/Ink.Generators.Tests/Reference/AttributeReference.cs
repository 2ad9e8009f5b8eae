using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Ink.Generators.Tests.Reference;

/// <summary>Writes docs/reference/attributes.md.</summary>
internal static partial class AttributeReference
{
    private const string Suffix = "Attribute";

    // On nearly every attribute, and the same on each: they come last.
    private static readonly string[] Scopes = ["Environment", "Workload"];

    public static string Write(IReadOnlyList<Type> attributes, IReadOnlyList<Type> enums, DocComments comments)
    {
        var page = new StringBuilder();
        var sorted = attributes.OrderBy(NameOf, StringComparer.Ordinal).ThenBy(type => type.IsGenericType).ToList();
        page.Append(Introduction).Append("| attribute | says |\n|---|---|\n");
        foreach (var type in sorted)
            page.Append($"| [`{Shown(type.FullName!)}`](#{Anchor(Shown(type.FullName!))}) | {FirstSentence(comments.Summary(type))} |\n");
        foreach (var type in sorted)
            WriteAttribute(page, type, comments);
        foreach (var type in enums.OrderBy(type => type.Name, StringComparer.Ordinal))
            WriteEnum(page, type, comments);
        return page.ToString();
    }

    /// <summary>The name by which an attribute is written: <c>Worker</c>.</summary>
    public static string NameOf(Type type) => Shown(type.FullName!).Split('<')[0];

    /// <summary>The name by which a type is shown: <c>Ink.WorkerAttribute`1</c> → <c>Worker&lt;T&gt;</c>.</summary>
    public static string Shown(string fullName)
    {
        var parts = fullName[(fullName.LastIndexOf('.') + 1)..].Split('`');
        var name = parts[0].EndsWith(Suffix, StringComparison.Ordinal) ? parts[0][..^Suffix.Length] : parts[0];
        return parts.Length > 1 ? $"{name}<T>" : name;
    }

    /// <summary>The fragment that GitHub gives to a heading.</summary>
    public static string Anchor(string heading) => NotInAnchor().Replace(heading.ToLowerInvariant(), "");

    /// <summary>The arguments that are written by their names, in the order of the source.</summary>
    public static IEnumerable<PropertyInfo> NamedArguments(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite)
            .OrderBy(property => Array.IndexOf(Scopes, property.Name))
            .ThenBy(property => property.MetadataToken);

    private static string Introduction =>
        """
        # Attributes

        All are assembly attributes in the namespace `Ink`, written as `[assembly: Web(Port = 9090)]`. An argument that is not written has its
        default: the attribute's, unless a [property](properties.md) of the project says otherwise. How overrides and placeholders work:
        [environments](../guide/environments.md). This page is made from the doc comments, which an editor shows as well.


        """.ReplaceLineEndings("\n");

    private static void WriteAttribute(StringBuilder page, Type type, DocComments comments)
    {
        var name = Shown(type.FullName!);
        page.Append($"\n## {name.Replace("<", "\\<", StringComparison.Ordinal)}\n\n{comments.Summary(type)}\n");
        page.Append("\n```csharp\n").AppendJoin('\n', comments.Examples(type)).Append("\n```\n");
        if (comments.Remarks(type) is { Length: > 0 } remarks)
            page.Append($"\n{remarks}\n");
        page.Append("\nWritten as:\n\n");
        foreach (var constructor in type.GetConstructors())
            page.Append($"- `{name}{Parameters(constructor)}`: {LowerFirst(comments.Summary(constructor), type)}\n");

        page.Append("\n| argument | type | default | meaning |\n|---|---|---|---|\n");
        if (comments.TypeParameter(type) is { Length: > 0 } typeParameter)
            page.Append($"| `T` | type | – | {typeParameter} |\n");
        foreach (var parameter in type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).DistinctBy(parameter => parameter.Name))
            WriteRow(page, parameter.Name!, parameter.ParameterType, comments.Parameter(parameter), isRequired: true);
        foreach (var property in NamedArguments(type))
            WriteRow(page, property.Name, property.PropertyType, comments.Summary(property), isRequired: false);
    }

    private static void WriteEnum(StringBuilder page, Type type, DocComments comments)
    {
        page.Append($"\n## {type.Name}\n\n{comments.Summary(type)}\n\n| value | meaning |\n|---|---|\n");
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            page.Append($"| `{field.Name}` | {comments.Summary(field)} |\n");
    }

    // "The port. Default: 8080." → a column each.
    private static void WriteRow(StringBuilder page, string name, Type type, string text, bool isRequired)
    {
        var match = DefaultSentence().Match(text);
        var meaning = match.Success ? (text[..match.Index].TrimEnd() + " " + text[(match.Index + match.Length)..].TrimStart()).Trim() : text;
        var fallback = match.Success ? match.Groups["value"].Value : isRequired ? "–" : "none";
        page.Append($"| `{name}` | {TypeName(type)} | {fallback} | {meaning} |\n");
    }

    private static string Parameters(ConstructorInfo constructor)
    {
        var parameters = constructor.GetParameters();
        return parameters.Length == 0 ? "" : $"({string.Join(", ", parameters.Select(parameter => $"{TypeName(parameter.ParameterType)} {parameter.Name}"))})";
    }

    private static string TypeName(Type type) =>
        type.IsEnum ? $"[`{type.Name}`](#{Anchor(type.Name)})"
        : type == typeof(int) ? "int"
        : type == typeof(bool) ? "bool"
        : type == typeof(string[]) ? "string[]"
        : type == typeof(string) ? "string"
        : throw new NotSupportedException($"No argument is a {type}.");

    // An attribute without parameters has a constructor that nobody wrote, and so no comment.
    private static string LowerFirst(string summary, Type type) =>
        summary.Length > 0 ? char.ToLowerInvariant(summary[0]) + summary[1..] : $"every argument of `{NameOf(type)}` is optional.";

    private static string FirstSentence(string text) => SentenceEnd().Split(text, 2)[0].TrimEnd('.');

    [GeneratedRegex(@"(?<=\.) |: (?=`builder)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"Default: (?<value>.*?)\.(?= |$)")]
    private static partial Regex DefaultSentence();

    [GeneratedRegex("[^a-z0-9-]")]
    private static partial Regex NotInAnchor();
}
