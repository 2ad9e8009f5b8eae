using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Analysis;

/// <summary>Where a program begins: the place of what no attribute says.</summary>
internal static class ProgramStart
{
    /// <summary>
    /// The first statement of the entry point, without what follows it; <see langword="null"/> where the program has no entry point yet.
    /// </summary>
    public static Location? Of(Compilation compilation)
    {
        var entry = compilation.GetEntryPoint(CancellationToken.None)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        SyntaxNode? start = entry switch
        {
            CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault(),
            MethodDeclarationSyntax method => method,
            _ => entry,
        };
        return start switch
        {
            null => null,
            MethodDeclarationSyntax method => method.Identifier.GetLocation(),
            _ => start.GetFirstToken().GetLocation(),
        };
    }
}
