using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes;

/// <summary>
/// INK0013: makes a class what its role wants. The method that it gets does nothing, which harms nobody in the cluster, and a
/// <c>#warning</c> says so at each build until somebody writes the work.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImplementRoleCodeFix))]
[Shared]
public sealed class ImplementRoleCodeFix() : InkCodeFix(RuleCatalogue.WrongType)
{
    internal override async Task<FixPlan?> PlanAsync(FixTarget target, CancellationToken cancellationToken)
    {
        var compilation = target.Model.Compilation;
        if (target.Site is not { Type: { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false } type } site
            || RoleStub.Of(site.Declaration.Attribute, type, compilation) is not { } stub)
        {
            return null;
        }

        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is TypeDeclarationSyntax declaration
                && target.Document.Project.GetDocument(declaration.SyntaxTree) is { } document)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                return new FixPlan(stub.Title, stub.WriteInto(declaration, document, compilation.GetSemanticModel(declaration.SyntaxTree), text).ToList());
            }
        }

        return null;
    }
}
