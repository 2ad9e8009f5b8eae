using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

public sealed class ImageReferenceTests
{
    private static readonly string Hex = new('a', 64);

    [Theory]
    [InlineData("ghcr.io/acme/shop:1", "ghcr.io", "acme/shop", "1")]
    [InlineData("localhost:5000/shop", "localhost:5000", "shop", null)]
    [InlineData("localhost/shop:x", "localhost", "shop", "x")]
    [InlineData("redis:7", "docker.io", "library/redis", "7")]
    [InlineData("acme/a_b/c__d.e---f:V_1.2-x", "docker.io", "acme/a_b/c__d.e---f", "V_1.2-x")]
    [InlineData("[::1]:5000/shop:1", "[::1]:5000", "shop", "1")]
    public void A_name_is_taken_apart(string text, string registry, string repository, string? tag) =>
        Assert.Equal(new ImageReference(registry, repository, tag), ImageReference.Parse(text));

    [Fact]
    public void Tag_and_digest_stand_together_and_print_as_they_were()
    {
        var text = $"ghcr.io/acme/shop:1@sha256:{Hex}";
        var reference = ImageReference.Parse(text);

        Assert.Equal($"sha256:{Hex}", reference.Digest);
        Assert.Equal($"sha256:{Hex}", reference.Selector);
        Assert.Equal(text, reference.ToString());
    }

    [Fact]
    public void A_path_in_InkRegistry_goes_before_the_repository() =>
        Assert.Equal(new ImageReference("ghcr.io", "acme/shop", "1"), ImageReference.Create("ghcr.io/acme/", "shop", "1"));

    [Theory]
    [InlineData("ghcr.io/Acme/shop:1")]
    [InlineData("ghcr.io/a//b")]
    [InlineData("ghcr.io/a/../b")]
    [InlineData("ghcr.io/shop:.x")]
    [InlineData("ghcr.io/shop:")]
    [InlineData("ghcr.io/shop@sha256:123")]
    [InlineData("ghcr.io/shop;rm -rf")]
    [InlineData("ghcr.io/shop\n")]
    [InlineData("-x.io/shop")]
    [InlineData("")]
    public void A_name_outside_the_grammar_is_INK4002(string text) =>
        Assert.Equal("INK4002", Assert.Throws<InkException>(() => ImageReference.Parse(text)).Code);

    [Theory]
    [InlineData("https://ghcr.io", "shop", "1")]
    [InlineData("user:pw@ghcr.io", "shop", "1")]
    [InlineData("ghcr.io", "../shop", "1")]
    [InlineData("ghcr.io", "shop", "a b")]
    public void Properties_outside_the_grammar_are_INK4002(string registry, string repository, string tag) =>
        Assert.Equal("INK4002", Assert.Throws<InkException>(() => ImageReference.Create(registry, repository, tag)).Code);

    [Fact]
    public void Names_and_tags_have_a_greatest_length()
    {
        Assert.NotNull(ImageReference.Create("ghcr.io", "a", new string('t', 128)));
        Assert.Throws<InkException>(() => ImageReference.Create("ghcr.io", "a", new string('t', 129)));
        Assert.Throws<InkException>(() => ImageReference.Create("ghcr.io", new string('a', 248), "1"));
    }
}
