using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Reading;

/// <summary>
/// Finds calls of <c>MapInk()</c> by their name alone: the method is generated, so there is no symbol to look for yet.
/// </summary>
internal static class MapInkCall
{
    /// <summary>The method.</summary>
    public const string Name = "MapInk";

    /// <summary>Whether the node is such a call.</summary>
    public static bool Is(SyntaxNode node) => node is InvocationExpressionSyntax invocation && CalledName(invocation) == Name;

    /// <summary>The name of the method that is called on something; <see langword="null"/> where it is called by its name alone.</summary>
    public static string? CalledName(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
