using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Generators.Reading;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes;

/// <summary>
/// INK1005 and INK1008: calls <c>MapInk()</c>, and <c>AddInk()</c>, without which it fails. A <c>[Health]</c> alone is not offered: it names
/// paths, and does not make them answer.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MapInkCodeFix))]
[Shared]
public sealed class MapInkCodeFix() : InkCodeFix(RuleCatalogue.ReadinessProbe, RuleCatalogue.UnmappedProbe)
{
    private const string WebApplication = "Microsoft.AspNetCore.Builder.WebApplication";
    private const string HostBuilder = "Microsoft.Extensions.Hosting.IHostApplicationBuilder";

    internal override async Task<FixPlan?> PlanAsync(FixTarget target, CancellationToken cancellationToken)
    {
        var compilation = target.Model.Compilation;
        var project = target.Document.Project;
        if (compilation.GetTypeByMetadataName(WebApplication) is not { } application
            || compilation.GetTypeByMetadataName(HostBuilder) is not { } hostBuilder
            || compilation.GetEntryPoint(cancellationToken)?.DeclaringSyntaxReferences.FirstOrDefault() is not { } entry
            || project.GetDocument(entry.SyntaxTree) is not { } document)
        {
            return null;
        }

        var model = compilation.GetSemanticModel(entry.SyntaxTree);
        var start = await entry.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        if (start.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => IsBuilt(variable, application, model)) is not { } app
            || app.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var edits = new List<Edit?> { After(statement, $"{app.Identifier.Text}.{MapInkCall.Name}();", document, text), Imports.Of(application, document, model, statement.SpanStart) };
        if (!CallsAddInk(compilation, cancellationToken))
        {
            edits.Add(AddInk(BuilderOf(app)!, statement, document, text));
            edits.Add(Imports.Of(hostBuilder, document, model, statement.SpanStart));
        }

        return new FixPlan($"Call {app.Identifier.Text}.{MapInkCall.Name}()", edits.OfType<Edit>().ToList());
    }

    private static bool IsBuilt(VariableDeclaratorSyntax variable, INamedTypeSymbol application, SemanticModel model) =>
        BuilderOf(variable) is not null && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(variable.Initializer!.Value).Type, application);

    private static ExpressionSyntax? BuilderOf(VariableDeclaratorSyntax variable) =>
        variable.Initializer?.Value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build", Expression: var builder } } ? builder : null;

    private static bool CallsAddInk(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellationToken).DescendantNodes()
            .Any(node => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddInk", Parent: InvocationExpressionSyntax }));

    private static Edit.Write AddInk(ExpressionSyntax builder, StatementSyntax statement, Document document, SourceText text) => builder is IdentifierNameSyntax
        ? Before(statement, $"{builder}.AddInk();", document, text)
        : Edit.Insert(document, builder.Span.End, ".AddInk()");

    private static Edit.Write Before(StatementSyntax statement, string added, Document document, SourceText text) =>
        Layout.IsFirstOnLine(statement.SpanStart, text)
            ? Edit.Insert(document, statement.SpanStart, added + AttributeHome.NewLineOf(statement.SyntaxTree.GetRoot()) + Layout.IndentationAt(statement.SpanStart, text))
            : Edit.Insert(document, statement.SpanStart, $"{added} ");

    private static Edit.Write After(StatementSyntax statement, string added, Document document, SourceText text) =>
        Layout.IsFirstOnLine(statement.SpanStart, text)
            ? Edit.Insert(document, statement.Span.End, AttributeHome.NewLineOf(statement.SyntaxTree.GetRoot()) + Layout.IndentationAt(statement.SpanStart, text) + added)
            : Edit.Insert(document, statement.Span.End, $" {added}");
}
