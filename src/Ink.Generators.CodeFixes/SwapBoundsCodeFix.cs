using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>INK1010: swaps the bounds of a scaler that stand the wrong way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapBoundsCodeFix))]
[Shared]
public sealed class SwapBoundsCodeFix() : InkCodeFix(RuleCatalogue.WrongScale)
{
    private protected override FixPlan? Plan(FixTarget target)
    {
        if (target is not { Argument: "Min", Site: { } site }
            || AttributeEdits.Named(site.Syntax, "Min") is not { } min
            || AttributeEdits.Named(site.Syntax, "Max") is not { } max
            || site.Declaration["Min"] is not ArgumentValue.Number { Value: var low }
            || site.Declaration["Max"] is not ArgumentValue.Number { Value: > 0 and var high }
            || low <= high)
        {
            return null;
        }

        return new FixPlan(
            "Swap Min and Max",
            Edit.Replace(target.Document, min.Expression, max.Expression.ToString()),
            Edit.Replace(target.Document, max.Expression, min.Expression.ToString()));
    }
}
