using System.Composition;
using Ink.Generators.Analysis;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes;

/// <summary>
/// INK0001, INK0006 and INK0007: removes the attribute that has no effect, takes a name that another has, or says again what was said; or
/// the one argument that has no effect.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeCodeFix))]
[Shared]
public sealed class RemoveAttributeCodeFix() : InkCodeFix(RuleCatalogue.NoEffect, RuleCatalogue.DuplicateName, RuleCatalogue.DeclaredTwice)
{
    private const string WorkloadArgument = "Workload";

    private protected override FixPlan? Plan(FixTarget target)
    {
        if (target.Site is not { } site)
            return null;
        var argument = target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        if (argument is not { NameEquals.Name.Identifier.ValueText: var name })
            return Remove(target, site);

        // A named argument is not what its attribute is about. One that has no effect goes alone; not so Workload, without which the
        // attribute would speak of all workloads. What takes somebody else's name could be meant to have another, and only a person knows.
        if (target.Diagnostic.Id != RuleCatalogue.NoEffect.Id)
            return null;
        return name == WorkloadArgument
            ? Remove(target, site)
            : new FixPlan($"Remove {name} from {site.Declaration.Display}", AttributeEdits.Remove(target.Document, site.Syntax, argument));
    }

    private static FixPlan Remove(FixTarget target, AttributeSite site) =>
        new($"Remove {site.Declaration.Display}", Edit.Remove(target.Document, site.Syntax));
}
