using System.Text;
using Ink.Model.Secrets;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Secrets;

/// <summary>
/// The text that an expression of literals comes to: a literal, a concatenation seen whole, or an interpolated string. What is not known is
/// a <see cref="SecretScanner.Hole"/>.
/// </summary>
internal sealed class JoinedText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, ExpressionSyntax Literal)> _pieces = [];
    private readonly Func<ExpressionSyntax, string?> _constantOf;

    private JoinedText(ExpressionSyntax top, Func<ExpressionSyntax, string?> constantOf)
    {
        Top = top;
        _constantOf = constantOf;
        var pending = new Operands(top);
        while (pending.Next() is { } operand)
            Append(operand);
    }

    /// <summary>The expression as a whole.</summary>
    public ExpressionSyntax Top { get; }

    public string Text => _text.ToString();

    /// <summary>Joins what an expression is made of.</summary>
    /// <param name="top">Of <see cref="TopOf"/>.</param>
    /// <param name="constantOf">The constant that something else than a literal stands for; <see langword="null"/> where it is none.</param>
    public static JoinedText Of(ExpressionSyntax top, Func<ExpressionSyntax, string?> constantOf) => new(top, constantOf);

    /// <summary>The concatenation that a literal is part of, or the literal.</summary>
    public static ExpressionSyntax TopOf(ExpressionSyntax literal)
    {
        var top = literal;
        while (top.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            top = (ExpressionSyntax)top.Parent;
        return top;
    }

    /// <summary>Whether a secret may come of it. Asked of every sum and every interpolated string, so next to nothing is made to answer it.</summary>
    public static bool IsWorthScanning(ExpressionSyntax top)
    {
        var filter = default(SecretFilter);
        if (top is InterpolatedStringExpressionSyntax interpolated)
            AddTo(ref filter, interpolated);
        else if (!AddTo(ref filter, top))
            return false;
        return filter.IsWorthScanning;
    }

    /// <summary>The literal that holds a stretch of the text; the whole expression where several do.</summary>
    public ExpressionSyntax LiteralAt(int start, int length)
    {
        for (var i = _pieces.Count - 1; i >= 0; i--)
        {
            if (_pieces[i].Start <= start)
            {
                var end = i + 1 < _pieces.Count ? _pieces[i + 1].Start : _text.Length;
                return start + length <= end ? _pieces[i].Literal : Top;
            }
        }

        return Top;
    }

    // Whether there is a text in it at all: most sums are of numbers.
    private static bool AddTo(ref SecretFilter filter, ExpressionSyntax top)
    {
        if (top is BinaryExpressionSyntax { Left: var left, Right: var right } && IsTextless(left) && IsTextless(right))
            return false;
        var hasText = false;
        var pending = new Operands(top);
        while (pending.Next() is { } operand)
        {
            switch (operand)
            {
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression } literal:
                    filter.Add(literal.Token.ValueText);
                    hasText = true;
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    AddTo(ref filter, interpolated);
                    hasText = true;
                    break;
                default:
                    filter.AddHole();
                    break;
            }
        }

        return hasText;
    }

    private static void AddTo(ref SecretFilter filter, InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax text)
                filter.Add(text.TextToken.ValueText);
            else
                filter.AddHole();
        }
    }

    // A leaf that is no text.
    private static bool IsTextless(ExpressionSyntax operand) =>
        operand is not (BinaryExpressionSyntax or ParenthesizedExpressionSyntax or InterpolatedStringExpressionSyntax)
        && operand.RawKind is not ((int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression);

    private void Append(ExpressionSyntax operand)
    {
        _pieces.Add((_text.Length, operand));
        switch (operand)
        {
            case LiteralExpressionSyntax literal:
                _text.Append(literal.Token.ValueText);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                    AppendContent(content);
                break;
            default:
                AppendConstant(operand);
                break;
        }
    }

    private void AppendContent(InterpolatedStringContentSyntax content)
    {
        if (content is InterpolatedStringTextSyntax text)
            _text.Append(text.TextToken.ValueText);
        else if (content is InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole)
            AppendConstant(hole.Expression);
        else
            _text.Append(SecretScanner.Hole);
    }

    private void AppendConstant(ExpressionSyntax expression) => _text.Append(_constantOf(expression) ?? SecretScanner.Hole.ToString());
}
