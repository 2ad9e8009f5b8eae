using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>Edits of attributes and their arguments.</summary>
internal static class AttributeEdits
{
    /// <summary>The named argument as it is written; <see langword="null"/> where it is not.</summary>
    public static AttributeArgumentSyntax? Named(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>Adds named arguments behind the others.</summary>
    public static Edit Add(Document document, AttributeSyntax attribute, params IReadOnlyList<string> assignments)
    {
        var added = string.Join(", ", assignments);
        if (attribute.ArgumentList is not { CloseParenToken.IsMissing: false } list)
            return Edit.Insert(document, attribute.Name.Span.End, $"({added})");
        // Behind the last argument, and not before the parenthesis, which may stand on a line of its own.
        return list.Arguments.Count == 0
            ? Edit.Insert(document, list.OpenParenToken.Span.End, added)
            : Edit.Insert(document, list.Arguments.Last().Span.End, $", {added}");
    }

    /// <summary>Writes a named argument, in place of the one that is there.</summary>
    public static Edit Set(Document document, AttributeSyntax attribute, string name, string value) =>
        Named(attribute, name) is { } argument
            ? Edit.Replace(document, argument.Expression, value)
            : Add(document, attribute, $"{name} = {value}");

    /// <summary>Takes a named argument away, and the attribute with it where only its scope would be left.</summary>
    public static Edit Remove(Document document, AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var index = arguments.IndexOf(argument);
        if (arguments.All(other => other == argument || other.NameEquals?.Name.Identifier.ValueText is "Environment" or "Workload"))
            return Edit.Remove(document, attribute);
        var span = index == 0
            ? TextSpan.FromBounds(argument.Span.Start, arguments[1].Span.Start)
            : TextSpan.FromBounds(arguments[index - 1].Span.End, argument.Span.End);
        return new Edit.Write(document.Id, span, "");
    }

    /// <summary>Writes an attribute that is not there yet; <see langword="null"/> where there is no place for it.</summary>
    public static async Task<Edit?> DeclareAsync(FixTarget target, string attribute, IEnumerable<string> assignments, CancellationToken cancellationToken)
    {
        var project = target.Document.Project;
        if (AttributeHome.Of(project, target.Model.Compilation, cancellationToken) is not { } home
            || await home.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await home.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var (position, before, after) = AttributeHome.PlaceIn(root);
        var list = $"[assembly: {AttributeHome.NameOf(attribute, model)}({string.Join(", ", assignments)})]{AttributeHome.NewLineOf(root)}";
        return Edit.Insert(home, position, before + list + after);
    }
}
