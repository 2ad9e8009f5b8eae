using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Secrets;

/// <summary>What a sum adds up, from left to right. Not by recursion: a generated concatenation may be thousands deep.</summary>
/// <param name="top">The sum, or the one operand.</param>
internal struct Operands(ExpressionSyntax top)
{
    private readonly Stack<ExpressionSyntax> _right = new();
    private ExpressionSyntax? _next = top;

    /// <summary>The next operand, without parentheses; <see langword="null"/> behind the last.</summary>
    public ExpressionSyntax? Next()
    {
        while (true)
        {
            switch (_next)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    _next = parenthesized.Expression;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    _right.Push(sum.Right);
                    _next = sum.Left;
                    continue;
                default:
                    var operand = _next;
                    _next = _right.Count > 0 ? _right.Pop() : null;
                    return operand;
            }
        }
    }
}
