using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>INK2014: listens on 8080, as the .NET images do. What an image of somebody else's listens on, nobody can choose here.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FreePortCodeFix))]
[Shared]
public sealed class FreePortCodeFix() : InkCodeFix(RuleCatalogue.PrivilegedPort)
{
    private const string Port = "8080";

    private protected override FixPlan? Plan(FixTarget target) =>
        target is { Argument: "Port", Site: { Declaration.Attribute: "Web" or "Health" } site }
        // Probes go to the web workload's port unless told otherwise, and then it is that one which is wrong.
        && AttributeEdits.Named(site.Syntax, "Port") is { } argument
            ? new FixPlan($"Write Port = {Port}", Edit.Replace(target.Document, argument.Expression, Port))
            : null;
}
