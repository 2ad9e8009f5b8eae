using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class QualifiedNameTests
{
    [Theory]
    [InlineData("tier")]
    [InlineData("Cost_Center.1")]
    [InlineData("example.com/tier")]
    [InlineData("a/b")]
    public void A_key_is_a_name_with_a_domain_in_front_or_not(string key) => Assert.True(KubernetesName.IsQualifiedName(key));

    [Fact]
    public void Its_name_has_63_characters_at_most_and_its_domain_253()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('a', 62), 4));

        Assert.True(KubernetesName.IsQualifiedName($"{domain}/{new string('b', 63)}"));
        Assert.False(KubernetesName.IsQualifiedName($"{domain}/{new string('b', 64)}"));
        Assert.False(KubernetesName.IsQualifiedName($"{domain}.com/b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/tier")]
    [InlineData("example.com/")]
    [InlineData("a/b/c")]
    [InlineData("Example.com/tier")]
    [InlineData("cost center")]
    [InlineData("-tier")]
    [InlineData("tier.")]
    [InlineData("tier\n")]
    public void Anything_else_is_none(string key) => Assert.False(KubernetesName.IsQualifiedName(key));
}
