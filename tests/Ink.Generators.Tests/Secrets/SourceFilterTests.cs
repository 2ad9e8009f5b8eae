using Ink.Generators.Secrets;
using Ink.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Tests.Secrets;

/// <summary>The filter reads text where the analyzer reads a tree, so it must never pass over what the tree shows.</summary>
public sealed class SourceFilterTests
{
    private const int Sources = 60_000;

    private static readonly string[] Pieces =
    [
        "\"", "\"", "\"", "\"", "\"abcdefgh1\"", "\"ab1cd\"", "\"x9QvT2\"", "\"4fK0z\"", "\"Pwd=\"", "\"a:b@c\"", "\"abcdefghijklmnopqrst\"", "\"abcdef\"", "\"a b 1\"", "\"\"", "\" \"",
        "$\"", "$\"{", "}\"", "{", "}", "{{", "}}", "{x}", "$\"ab{x}cdefghijkl\"", "@\"", "@\"a\"\"b\"", "$@\"", "\"\"\"", "\\\"", "\\\\", "\\n", "\\u0031", "\"\\n=abcdefgh\"",
        "'", "'\"'", "'\\''", "'\\\\'", "'a'", "//", "// \"", "/*", "*/", "/* + */", "/", "\n", "\n", " ", " ", "\t", "+", " + ", "+ ", "(", ")", "x", "y", ";", ",", "=",
        "\n#region it's \"one\"\n", "\n#endregion\n", "\n#if X\n", "\n#endif\n", "#", "abc1defg", "1", ":", "var s = ", "u8", "// c\n", "\r\n", "nameof(x)", ".Length",
    ];

    [Fact]
    public void Whatever_the_tree_shows_the_filter_does_not_pass_over()
    {
        var random = new Random(20261124);
        var (worth, passed) = (0, 0);
        for (var i = 0; i < Sources; i++)
        {
            var source = Source(random);
            var mayHold = SourceFilter.MayHoldSecret(source);
            passed += mayHold ? 0 : 1;
            if (!IsWorthWalking(source))
                continue;
            worth++;
            Assert.True(mayHold, source);
        }

        Assert.True(worth > Sources / 20, $"only {worth} sources held anything");
        Assert.True(passed > Sources / 20, $"only {passed} sources were passed over");
    }

    [Theory]
    [InlineData("""class C { string M() => "abc" + /* + */ "1defgh2x"; }""")]
    [InlineData("class C { string M() => \"x9QvT2\" +\n  // the rest\n  \"4fK0z\"; }")]
    [InlineData("""class C { string M() => "x9Qv" + ("T24f" + "K0z"); }""")]
    [InlineData("""class C { string M(string x) => "abcdef" + x + "ghijkl"; }""")]
    [InlineData("""class C { char a = '"'; string b = "x9QvT24fK0z"; char c = '"'; }""")]
    [InlineData("""class C { /* " */ string b = "x9QvT24fK0z"; // " """)]
    [InlineData("class C { string b = \"x9QvT24fK0z\"; }\n#region it's \"\n")]
    public void A_file_with_a_text_that_may_be_secret_is_kept(string source) => Assert.True(SourceFilter.MayHoldSecret(source));

    [Theory]
    [InlineData("""class C { string M(string x) => $"Order {x}: nobody sells {x:N0} at /orders/7/3."; }""")]
    [InlineData("""class C { string a = "/var/lib/orders/12"; string b = "line-3-" + 4; string c = ""; }""")]
    [InlineData("""class C { string a = "say \"hello\" and go\n"; char b = '"'; char c = '\''; }""")]
    [InlineData("""class C { /* "x9QvT24fK0z" */ string a = "apple"; } // "x9QvT24fK0z" """)]
    [InlineData("#region \"x9QvT24fK0z\nclass C { }\n#endregion\n#nullable enable\n")]
    public void An_ordinary_file_is_passed_over(string source) => Assert.False(SourceFilter.MayHoldSecret(source));

    private static string Source(Random random)
    {
        var pieces = new string[random.Next(1, 14)];
        for (var i = 0; i < pieces.Length; i++)
            pieces[i] = Pieces[random.Next(Pieces.Length)];
        return string.Concat(pieces);
    }

    // What the analyzer asks of every node. A plus before a text has something on its left in every program that compiles.
    private static bool IsWorthWalking(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script)).GetRoot().DescendantNodes().Any(node => node.Parent is not PrefixUnaryExpressionSyntax && node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression } literal => IsWorth(literal.Token.ValueText),
        InterpolatedStringExpressionSyntax interpolated => JoinedText.IsWorthScanning(interpolated),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => JoinedText.IsWorthScanning(sum),
        _ => false,
    });

    private static bool IsWorth(string text)
    {
        var filter = default(SecretFilter);
        filter.Add(text);
        return filter.MayHoldCredential || SecretScanner.LooksRandom(text);
    }
}
