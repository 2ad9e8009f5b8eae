using Microsoft.CodeAnalysis.CSharp;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>What a program looks like between two states that compile: its tokens removed, doubled, swapped, replaced by odd ones.</summary>
internal sealed class Mutations(string program, Random random)
{
    // What people type first, what they paste by mistake, and what no compiler likes.
    private static readonly string[] Odd =
    [
        "(", ")", "{", "}", "[", "]", "<", ">", ",", ";", ".", "=", "=>", "::", "?", "\"", "'", "@\"", "$\"{", "\"\"\"", "/*", "#if", "\0", "\uD800", "é",
        "null", "default", "new", "typeof(", "nameof(", "0", "-1", "2147483648", "99999999999999999999", "1e400", "0x", "true", "[assembly:", "[assembly: Web(",
        "Worker<", "Health(Ready =", "Ink.", "app.Map", ".MapInk(", "TimeSpan.FromSeconds(", "new V1SecurityContext {", "RunAsUser = 0", "Add = [", "\"{\"", "\"}}{{\"", "args", "await", "unsafe", "stackalloc", "dynamic", "with { }",
    ];

    private readonly IReadOnlyList<string> _tokens = [.. SyntaxFactory.ParseTokens(program, options: TestProject.ParseOptions).Select(token => token.ToFullString())];

    /// <summary>The next one, of one change up to four.</summary>
    public string Next()
    {
        List<string> tokens = [.. _tokens];
        for (var change = random.Next(1, 5); change > 0; change--)
            Change(tokens);
        return string.Concat(tokens);
    }

    private void Change(List<string> tokens)
    {
        var at = random.Next(tokens.Count);
        switch (random.Next(7))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.RemoveRange(at, Math.Min(random.Next(1, 12), tokens.Count - at));
                break;
            case 2:
                tokens.Insert(at, tokens[at]);
                break;
            case 3:
                tokens.Insert(at, tokens[random.Next(tokens.Count)]);
                break;
            case 4:
                tokens[at] = tokens[random.Next(tokens.Count)];
                break;
            case 5:
                tokens[at] = Odd[random.Next(Odd.Length)] + " ";
                break;
            default:
                tokens.Insert(at, Odd[random.Next(Odd.Length)] + " ");
                break;
        }

        if (tokens.Count == 0)
            tokens.Add("");
    }
}
