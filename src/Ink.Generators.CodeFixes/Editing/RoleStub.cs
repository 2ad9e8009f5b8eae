using Ink.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>What a class lacks to be a worker or a job.</summary>
/// <param name="Title">What is done about it.</param>
/// <param name="Base">The base class or the interface that it gets.</param>
/// <param name="Methods">The methods that it gets.</param>
/// <param name="Task">The type that they return.</param>
/// <param name="Token">The type of their parameter.</param>
internal sealed record RoleStub(string Title, INamedTypeSymbol Base, IReadOnlyList<(string Signature, string Name, string Parameter)> Methods, INamedTypeSymbol Task, INamedTypeSymbol Token)
{
    private const string BackgroundService = "Microsoft.Extensions.Hosting.BackgroundService";
    private const string HostedService = "Microsoft.Extensions.Hosting.IHostedService";

    /// <summary>The stub; <see langword="null"/> where the class is what it has to be, or where what it has stands in the way.</summary>
    public static RoleStub? Of(string attribute, INamedTypeSymbol type, Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(typeof(Task).FullName!) is not { } task
            || compilation.GetTypeByMetadataName(typeof(CancellationToken).FullName!) is not { } token
            || compilation.GetTypeByMetadataName(HostedService) is not { } hostedService
            || compilation.GetTypeByMetadataName(RoleType.IsJob(attribute) ? InkAttributes.Job : BackgroundService) is not { } wanted
            || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default)
            || type.AllInterfaces.Contains(hostedService, SymbolEqualityComparer.Default) && !RoleType.IsJob(attribute))
        {
            return null;
        }

        if (RoleType.IsJob(attribute))
            return Interface(wanted, [("public", "RunAsync", "stop")]);
        // A class has one base, and that of a record is a record.
        if (type.BaseType is not { SpecialType: SpecialType.System_Object } || type.IsRecord)
            return Interface(hostedService, [("public", "StartAsync", "cancellationToken"), ("public", "StopAsync", "cancellationToken")]);
        return Has("ExecuteAsync")
            ? null
            : new RoleStub($"Derive {type.Name} from BackgroundService", wanted, [("protected override", "ExecuteAsync", "stoppingToken")], task, token);

        RoleStub Interface(INamedTypeSymbol implemented, (string Modifiers, string Name, string Parameter)[] methods) =>
            new($"Implement {implemented.Name} in {type.Name}", implemented, [.. methods.Where(method => !Has(method.Name))], task, token);

        bool Has(string method) => type.GetMembers(method).OfType<IMethodSymbol>().Any(member =>
            member.Parameters is [{ Type: var parameter }] && SymbolEqualityComparer.Default.Equals(parameter, token));
    }

    public IEnumerable<Edit> WriteInto(TypeDeclarationSyntax declaration, Document document, SemanticModel model, SourceText text)
    {
        yield return WriteBase(declaration, document, model);
        if (Methods.Count == 0)
            yield break;

        var newLine = AttributeHome.NewLineOf(declaration.SyntaxTree.GetRoot());
        var outer = Layout.IndentationAt(declaration.SpanStart, text);
        var inner = outer + Layout.StepOf(text);
        var methods = string.Join(newLine, Methods.Select(method => Write(method, declaration, model, inner, Layout.StepOf(text), newLine)));
        if (declaration.CloseBraceToken.IsKind(SyntaxKind.None) || declaration.CloseBraceToken.IsMissing)
        {
            var end = declaration.SemicolonToken;
            yield return new Edit.Write(document.Id, end.IsKind(SyntaxKind.None) ? new TextSpan(declaration.Span.End, 0) : end.Span, $"{newLine}{outer}{{{newLine}{methods}{outer}}}");
            yield break;
        }

        var isOnOwnLine = Layout.IsFirstOnLine(declaration.CloseBraceToken.SpanStart, text);
        var apart = declaration.Members.Count > 0 ? newLine : "";
        yield return isOnOwnLine
            ? Edit.Insert(document, text.Lines.GetLineFromPosition(declaration.CloseBraceToken.SpanStart).Start, apart + methods)
            : Edit.Insert(document, declaration.CloseBraceToken.SpanStart, newLine + apart + methods + outer);
    }

    private Edit.Write WriteBase(TypeDeclarationSyntax declaration, Document document, SemanticModel model)
    {
        var name = Base.ToMinimalDisplayString(model, declaration.SpanStart);
        if (declaration.BaseList is not { Types.Count: > 0 } list)
        {
            var end = declaration.ParameterList?.Span.End ?? declaration.TypeParameterList?.Span.End ?? declaration.Identifier.Span.End;
            return Edit.Insert(document, end, $" : {name}");
        }

        return Base.TypeKind == TypeKind.Class
            ? Edit.Insert(document, list.Types[0].SpanStart, $"{name}, ")
            : Edit.Insert(document, list.Types.Last().Span.End, $", {name}");
    }

    private string Write((string Modifiers, string Name, string Parameter) method, TypeDeclarationSyntax declaration, SemanticModel model, string indentation, string step, string newLine)
    {
        var position = declaration.SpanStart;
        var task = Task.ToMinimalDisplayString(model, position);
        return string.Concat(new[]
        {
            $"{indentation}{method.Modifiers} {task} {method.Name}({Token.ToMinimalDisplayString(model, position)} {method.Parameter})",
            $"{indentation}{{",
            $"#warning {declaration.Identifier.Text} does nothing yet: write its work into {method.Name}.",
            $"{indentation}{step}return {task}.CompletedTask;",
            $"{indentation}}}",
        }.Select(line => line + newLine));
    }
}
