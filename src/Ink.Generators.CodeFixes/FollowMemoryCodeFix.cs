using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>INK1002: leaves the memory limit to follow the request.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FollowMemoryCodeFix))]
[Shared]
public sealed class FollowMemoryCodeFix() : InkCodeFix(RuleCatalogue.MemoryLimit)
{
    private protected override FixPlan? Plan(FixTarget target) =>
        target.Attribute is { } attribute && AttributeEdits.Named(attribute, "MemoryLimit") is { } argument
            ? new FixPlan("Remove MemoryLimit, so that the limit is Memory", AttributeEdits.Remove(target.Document, attribute, argument))
            : null;
}
