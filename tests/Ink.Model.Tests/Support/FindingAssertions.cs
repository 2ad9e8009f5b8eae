using Ink.Model.Declarations;
using Ink.Model.Rules;

namespace Ink.Model.Tests.Support;

internal static class FindingAssertions
{
    /// <summary>Blames that argument of that attribute, and says each of the texts.</summary>
    public static void Blames(this Finding finding, Rule rule, Declaration? declaration, string? argument, params string[] says)
    {
        Assert.Equal(rule, finding.Rule);
        Assert.Equal(declaration, finding.Declaration);
        Assert.Equal(argument, finding.Argument);
        Assert.All(says, text => Assert.Contains(text, finding.Message, StringComparison.Ordinal));
    }
}
