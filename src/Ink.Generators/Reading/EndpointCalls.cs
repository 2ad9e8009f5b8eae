using System.Runtime.CompilerServices;
using Ink.Model.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Reading;

/// <summary>
/// What source maps, by the names of methods alone, as <see cref="MapInkCall"/> goes by. Each file is read once: an edit gives one new tree,
/// and the others are the objects that they were.
/// </summary>
/// <param name="MapsInk">Whether it calls <c>MapInk()</c>.</param>
/// <param name="Paths">The constant paths of its calls of <c>Map…("/path")</c>.</param>
/// <param name="Opaque">The names of such methods that it calls without a constant path.</param>
/// <param name="Declared">The names of such methods that it declares.</param>
internal sealed record EndpointCalls(bool MapsInk, EquatableArray<string> Paths, EquatableArray<string> Opaque, EquatableArray<string> Declared)
{
    /// <summary>What the names of methods that map an endpoint begin with.</summary>
    public const string Map = "Map";

    /// <summary>The one that does not.</summary>
    public const string UseHealthChecks = "UseHealthChecks";

    private const string GeneratedEnd = ".g.cs";

    private static readonly EndpointCalls None = new(false, default, default, default);
    private static readonly ConditionalWeakTable<SyntaxTree, EndpointCalls> Known = new();

    /// <summary>Those of a compilation, without what was generated into it.</summary>
    public static EndpointCalls In(Compilation compilation)
    {
        var files = compilation.SyntaxTrees.Select(tree => Known.GetValue(tree, Of)).Where(file => file != None).ToList();
        return new EndpointCalls(
            files.Any(file => file.MapsInk),
            files.SelectMany(file => file.Paths).ToEquatableArray(),
            files.SelectMany(file => file.Opaque).ToEquatableArray(),
            files.SelectMany(file => file.Declared).ToEquatableArray());
    }

    /// <summary>
    /// Whether a request for the path may be answered. A group or the app's base path may stand before a path of the source, and what a
    /// method of another assembly maps is not known, so that only what certainly is not mapped counts as such.
    /// </summary>
    public bool MayMap(string path) =>
        MapsInk || Opaque.Any(name => !Declared.Contains(name)) || Paths.Any(mapped => Covers(mapped, path.Split('?')[0]));

    private static bool Covers(string mapped, string path)
    {
        var asked = path.TrimEnd('/');
        var end = mapped.Trim('/');
        // A parameter may be anything.
        return end.IndexOf('{') >= 0
            || (end.Length == 0 ? asked.Length == 0 : asked.EndsWith($"/{end}", StringComparison.OrdinalIgnoreCase));
    }

    private static EndpointCalls Of(SyntaxTree tree)
    {
        if (tree.FilePath.EndsWith(GeneratedEnd, StringComparison.OrdinalIgnoreCase) || !SourceTraits.Of(tree).MayMapEndpoints)
            return None;

        var mapsInk = false;
        var paths = new List<string>();
        var opaque = new List<string>();
        var declared = new List<string>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is MethodDeclarationSyntax { Identifier.ValueText: var method } && IsMapping(method))
                declared.Add(method);
            else if (node is LocalFunctionStatementSyntax { Identifier.ValueText: var function } && IsMapping(function))
                declared.Add(function);
            if (node is not InvocationExpressionSyntax call || MapInkCall.CalledName(call) is not { } name || !IsMapping(name))
                continue;
            mapsInk |= MapInkCall.Is(call);
            var literals = Literals(call).ToList();
            paths.AddRange(literals);
            if (literals.Count == 0)
                opaque.Add(name);
        }

        return new EndpointCalls(mapsInk, paths.ToEquatableArray(), opaque.ToEquatableArray(), declared.ToEquatableArray());
    }

    private static bool IsMapping(string name) => name == UseHealthChecks || name.StartsWith(Map, StringComparison.Ordinal);

    private static IEnumerable<string> Literals(InvocationExpressionSyntax call) =>
        from argument in call.ArgumentList.Arguments
        where argument.Expression.IsKind(SyntaxKind.StringLiteralExpression)
        select ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;
}
