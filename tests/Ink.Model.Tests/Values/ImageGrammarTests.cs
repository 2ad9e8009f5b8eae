using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class ImageGrammarTests
{
    private static readonly string Hex = new('a', 64);

    [Theory]
    [InlineData("redis")]
    [InlineData("redis:7")]
    [InlineData("bitnami/redis:7.4")]
    [InlineData("docker.io/library/redis:latest")]
    [InlineData("localhost/shop")]
    [InlineData("localhost:5000/shop:V_1.2-x")]
    [InlineData("[::1]:5000/shop:1")]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/a_b/c__d.e---f:1")]
    public void An_image_has_a_repository_and_may_have_a_registry_and_a_tag(string text) => Assert.True(ImageGrammar.IsReference(text));

    [Fact]
    public void And_a_digest()
    {
        Assert.True(ImageGrammar.IsReference($"redis@sha256:{Hex}"));
        Assert.True(ImageGrammar.IsReference($"ghcr.io/acme/redis:7@sha512:{Hex}{Hex}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Redis:7")]
    [InlineData("redis:")]
    [InlineData("redis:.x")]
    [InlineData("redis:a b")]
    [InlineData("redis:7\n")]
    [InlineData("redis@sha256:123")]
    [InlineData("redis@md5:00000000000000000000000000000000")]
    [InlineData("ghcr.io/")]
    [InlineData("ghcr.io/a//b")]
    [InlineData("ghcr.io/a/../b")]
    [InlineData("-x.io/redis")]
    [InlineData("user:secret@ghcr.io/redis")]
    [InlineData("https://ghcr.io/acme/redis")]
    [InlineData("docker://redis")]
    [InlineData("redis;rm -rf")]
    public void Anything_else_names_no_image(string text) => Assert.False(ImageGrammar.IsReference(text));

    [Fact]
    public void Names_and_tags_have_a_greatest_length()
    {
        Assert.True(ImageGrammar.IsReference($"ghcr.io/{new string('a', 247)}:{new string('t', 128)}"));
        Assert.False(ImageGrammar.IsReference($"ghcr.io/{new string('a', 248)}"));
        Assert.False(ImageGrammar.IsReference($"redis:{new string('t', 129)}"));
    }
}
