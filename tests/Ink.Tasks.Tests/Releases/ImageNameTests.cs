using Ink.Tasks.Errors;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

public sealed class ImageNameTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("ghcr.io", "checkout", "ghcr.io/checkout:1a2b")]
    [InlineData("ghcr.io/acme/", "checkout", "ghcr.io/acme/checkout:1a2b")]
    [InlineData("127.0.0.1:5000", "/shop/checkout/", "127.0.0.1:5000/shop/checkout:1a2b")]
    [InlineData("", "checkout", "checkout:1a2b")]
    public void A_name_is_put_together_from_properties(string registry, string repository, string expected) =>
        Assert.Equal(expected, ImageName.From(registry, repository, "1a2b", digest: null).ToString());

    [Fact]
    public void The_digest_follows_the_tag() =>
        Assert.Equal($"ghcr.io/checkout:1a2b@{Digest}", ImageName.From("ghcr.io", "checkout", "1a2b", Digest).ToString());

    [Theory]
    [InlineData("https://ghcr.io", "checkout")]
    [InlineData("ghcr.io", "../../etc")]
    [InlineData("", "Check Out")]
    [InlineData("ghcr.io;rm -rf", "checkout")]
    public void A_name_that_no_registry_takes_is_an_error(string registry, string repository)
    {
        var exception = Assert.Throws<InkException>(() => ImageName.From(registry, repository, "1a2b", digest: null));
        Assert.Equal("INK4002", exception.Code);
        Assert.Contains("InkRegistry", exception.Message, StringComparison.Ordinal);
    }
}
