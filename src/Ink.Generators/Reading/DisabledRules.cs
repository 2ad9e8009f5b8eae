using Ink.Model.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Reading;

/// <summary>Finds which of Ink's rules <c>#pragma warning disable</c> switches off at a place.</summary>
internal static class DisabledRules
{
    private const string Prefix = "INK";

    /// <summary>Their ids (ordinal).</summary>
    public static EquatableArray<string> At(SyntaxReference? reference)
    {
        if (reference?.SyntaxTree.GetRoot() is not CompilationUnitSyntax { ContainsDirectives: true } root)
            return default;

        var disabled = new SortedSet<string>(StringComparer.Ordinal);
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < reference.Span.Start; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma)
                Apply(pragma, disabled);
        }

        return disabled.ToEquatableArray();
    }

    private static void Apply(PragmaWarningDirectiveTriviaSyntax pragma, SortedSet<string> disabled)
    {
        var rules = pragma.ErrorCodes
            .Select(code => code switch
            {
                IdentifierNameSyntax name => name.Identifier.ValueText,
                LiteralExpressionSyntax literal => literal.Token.ValueText,
                _ => "",
            })
            .Where(code => code.StartsWith(Prefix, StringComparison.Ordinal))
            .ToList();
        if (pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
            disabled.UnionWith(pragma.ErrorCodes.Count == 0 ? Model.Rules.RuleCatalogue.All.Select(rule => rule.Id) : rules);
        else if (pragma.ErrorCodes.Count == 0)
            disabled.Clear();
        else
            disabled.ExceptWith(rules);
    }
}
