using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>INK0004: raises the limit to what is requested.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RaiseLimitCodeFix))]
[Shared]
public sealed class RaiseLimitCodeFix() : InkCodeFix(RuleCatalogue.RequestExceedsLimit)
{
    // Only where both stand in one attribute: of several layers, another may win.
    private protected override FixPlan? Plan(FixTarget target)
    {
        var limit = $"{target.Argument}Limit";
        if (target.Attribute is not { } attribute
            || AttributeEdits.Named(attribute, limit) is not { } argument
            || target.Model.GetConstantValue(target.Node).Value is not string request)
        {
            return null;
        }

        return new FixPlan($"Raise {limit} to \"{request}\"", Edit.Replace(target.Document, argument.Expression, target.Node.ToString()));
    }
}
