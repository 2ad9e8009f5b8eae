using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ink.Testing;

namespace Ink.Generators.Tests.Reference;

/// <summary>The doc comments of an assembly as Markdown, each a single line.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _members;
    private readonly HashSet<string> _linked;

    private DocComments(Dictionary<string, XElement> members, HashSet<string> linked)
    {
        _members = members;
        _linked = linked;
    }

    /// <summary>Reads the file beside the assembly. References to <paramref name="linked"/> become links within the page.</summary>
    public static DocComments Of(Assembly assembly, IEnumerable<Type> linked)
    {
        var document = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"), LoadOptions.PreserveWhitespace);
        return new DocComments(
            document.Descendants("member").ToDictionary(member => member.Attribute("name")!.Value),
            [.. linked.Select(type => $"T:{type.FullName}")]);
    }

    public string Summary(MemberInfo member) => Text(Find(member)?.Element("summary"));

    public string Remarks(Type type) => Text(Find(type)?.Element("remarks"));

    public string TypeParameter(Type type) => Text(Find(type)?.Element("typeparam"));

    public string Parameter(ParameterInfo parameter) =>
        Text(Find(parameter.Member)?.Elements("param").FirstOrDefault(element => element.Attribute("name")!.Value == parameter.Name));

    /// <summary>The lines of the examples.</summary>
    public IReadOnlyList<string> Examples(Type type) =>
        [.. (Find(type)?.Elements("example") ?? []).SelectMany(example => OneLine(example.Value).Split("] [assembly").Select((part, i) => i == 0 ? part : $"[assembly{part}"))
            .Select(line => line.EndsWith(']') ? line : $"{line}]")];

    private XElement? Find(MemberInfo member) => _members.GetValueOrDefault(member switch
    {
        Type type => $"T:{type.FullName}",
        ConstructorInfo constructor => $"M:{constructor.DeclaringType!.FullName}.#ctor{Signature(constructor)}",
        PropertyInfo => $"P:{member.DeclaringType!.FullName}.{member.Name}",
        _ => $"F:{member.DeclaringType!.FullName}.{member.Name}",
    });

    private static string Signature(ConstructorInfo constructor)
    {
        var types = string.Join(',', constructor.GetParameters().Select(parameter => parameter.ParameterType.FullName));
        return types.Length == 0 ? "" : $"({types})";
    }

    private string Text(XElement? element) => element is null ? "" : OneLine(string.Concat(element.Nodes().Select(Markdown)));

    private string Markdown(XNode node) => node switch
    {
        XText text => Escaped(text.Value),
        XElement { Name.LocalName: "c" } code => $"`{OneLine(code.Value)}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("langword") is { } word => $"`{word.Value}`",
        XElement { Name.LocalName: "see" } see => Reference(see.Attribute("cref")!.Value),
        XElement { Name.LocalName: "typeparamref" or "paramref" } reference => $"`{reference.Attribute("name")!.Value}`",
        XElement other => throw new NotSupportedException($"No Markdown for <{other.Name}>."),
        _ => "",
    };

    private string Reference(string cref)
    {
        var name = cref[2..];
        var shown = AttributeReference.Shown(name);
        return _linked.Contains(cref) ? $"[`{shown}`](#{AttributeReference.Anchor(shown)})" : $"`{name[(name.LastIndexOf('.') + 1)..]}`";
    }

    // Rules have pages. What is left is text, in which nothing is meant as Markdown or HTML.
    private static string Escaped(string text) =>
        Rule().Replace(
            text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal),
            match => File.Exists(RepositoryRoot.Combine("docs", "rules", $"{match.Value}.md")) ? $"[{match.Value}](../rules/{match.Value}.md)" : match.Value);

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("INK[0-9]{4}")]
    private static partial Regex Rule();
}
