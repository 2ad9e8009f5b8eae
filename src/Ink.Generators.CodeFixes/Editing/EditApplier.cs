using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>Makes edits, each once.</summary>
internal static class EditApplier
{
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellationToken)
    {
        foreach (var group in edits.Distinct().GroupBy(edit => edit.Document))
        {
            if (solution.GetDocument(group.Key) is not { } document || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
                continue;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var writes = group.OfType<Edit.Write>().Select(write => new TextChange(write.Span, write.Text));
            var changes = writes.Concat(Removals(group.OfType<Edit.RemoveAttribute>(), root, text)).Concat(Additions(group.OfType<Edit.AddArgument>(), root));
            solution = solution.WithDocumentText(group.Key, text.WithChanges(Compatible(changes)));
        }

        return solution;
    }

    // Of two changes of one place the first is made: the other's diagnostic is reported anew, of what the place is then.
    private static List<TextChange> Compatible(IEnumerable<TextChange> changes)
    {
        var result = new List<TextChange>();
        foreach (var change in changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End))
        {
            if (result.Count == 0 || result[result.Count - 1].Span.End <= change.Span.Start)
                result.Add(change);
        }

        return result;
    }

    private static IEnumerable<TextChange> Removals(IEnumerable<Edit.RemoveAttribute> removals, SyntaxNode root, SourceText text) =>
        removals
            .Select(removal => root.FindNode(removal.Attribute).FirstAncestorOrSelf<AttributeSyntax>())
            .OfType<AttributeSyntax>()
            .GroupBy(attribute => (AttributeListSyntax)attribute.Parent!)
            .Select(list => list.Count() == list.Key.Attributes.Count
                ? new TextChange(Layout.WithLine(list.Key.Span, text), "")
                : new TextChange(list.Key.Span, list.Key.RemoveNodes(list, SyntaxRemoveOptions.KeepNoTrivia)!.ToString()));

    // One diagnostic may miss what another misses too, and more: each argument is written once.
    private static IEnumerable<TextChange> Additions(IEnumerable<Edit.AddArgument> additions, SyntaxNode root) =>
        from addition in additions
        group addition by addition.Attribute into added
        let attribute = root.FindNode(added.Key).FirstAncestorOrSelf<AttributeSyntax>()
        where attribute is not null
        let assignments = added.GroupBy(argument => argument.Name).Select(same => $"{same.Key} = {same.First().Value}")
        select Addition(attribute, string.Join(", ", assignments));

    private static TextChange Addition(AttributeSyntax attribute, string added)
    {
        if (attribute.ArgumentList is not { CloseParenToken.IsMissing: false } list)
            return Insertion(attribute.Name.Span.End, $"({added})");
        // Behind the last argument, and not before the parenthesis, which may stand on a line of its own.
        return list.Arguments.Count == 0
            ? Insertion(list.OpenParenToken.Span.End, added)
            : Insertion(list.Arguments.Last().Span.End, $", {added}");
    }

    private static TextChange Insertion(int position, string text) => new(new TextSpan(position, 0), text);
}
