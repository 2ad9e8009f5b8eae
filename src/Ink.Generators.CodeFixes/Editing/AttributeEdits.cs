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

    /// <summary>Adds a named argument behind the others.</summary>
    /// <param name="document">Where the attribute is.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="value">Its value as C#.</param>
    public static Edit Add(Document document, AttributeSyntax attribute, string name, string value) =>
        new Edit.AddArgument(document.Id, attribute.Span, name, value);

    /// <summary>Writes a named argument, in place of the one that is there.</summary>
    public static Edit Set(Document document, AttributeSyntax attribute, string name, string value) =>
        Named(attribute, name) is { } argument
            ? Edit.Replace(document, argument.Expression, value)
            : Add(document, attribute, name, value);

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
