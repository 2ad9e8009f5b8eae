using Ink.Generators.CodeFixes.Editing;
using Ink.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>Writes <c>[assembly: Secret]</c> where the other attributes of Ink stand, or into the program.</summary>
internal static class SecretDeclarations
{
    public static async Task<Solution> AddAsync(Solution solution, Project project, IReadOnlyList<(string Name, string File)> secrets, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            return solution;
        var present = new HashSet<string?>(compilation.Assembly.GetAttributes()
            .Where(attribute => attribute is { AttributeClass: { Name: "SecretAttribute" } type, ConstructorArguments.Length: 1 } && Reading.InkAttributes.KindOf(type) is not null)
            .Select(attribute => attribute.ConstructorArguments[0].Value as string));
        var missing = secrets.Where(secret => !present.Contains(secret.Name)).ToList();
        if (missing.Count == 0
            || AttributeHome.Of(project, compilation, cancellationToken) is not { } home
            || await home.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            // The document as it has become, since literals of it may have been replaced.
            || solution.GetDocument(home.Id) is not { } current
            || await current.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return solution;
        }

        var text = await current.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var (position, before, after) = AttributeHome.PlaceIn(root);
        var lines = Lines(missing, AttributeHome.NameOf("Secret", model), AttributeHome.NewLineOf(root));
        return solution.WithDocumentText(home.Id, text.WithChanges(new TextChange(new TextSpan(position, 0), before + lines + after)));
    }

    private static string Lines(IEnumerable<(string Name, string File)> secrets, string attribute, string newLine) => string.Concat(secrets.Select(secret =>
        $"// {UserSecrets.Command(secret.Name)} with the value that stood in {secret.File}; and replace it at its issuer.{newLine}[assembly: {attribute}({Code.Literal(secret.Name)})]{newLine}"));
}
