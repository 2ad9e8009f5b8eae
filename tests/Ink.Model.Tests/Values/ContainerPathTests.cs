using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class ContainerPathTests
{
    [Theory]
    [InlineData("/a/b", "/a", true)]
    [InlineData("/a/b/c", "/a", true)]
    [InlineData("/ab", "/a", false)]
    [InlineData("/a", "/a", false)]
    [InlineData("/A/b", "/a", false)]
    public void A_path_lies_below_a_directory_by_whole_segments(string path, string directory, bool expected) =>
        Assert.Equal(expected, ContainerPath.IsBelow(path, directory));

    [Theory]
    [InlineData("/a/b.json", "/a", "b.json")]
    [InlineData("/b.json", "/", "b.json")]
    public void A_file_has_a_directory_and_a_name(string path, string directory, string name) =>
        Assert.Equal((directory, name), (ContainerPath.DirectoryOf(path), ContainerPath.FileName(path)));

    [Theory]
    [InlineData("shop", "/data", "shop-data")]
    [InlineData("secret", "/etc/certs", "secret-etc-certs")]
    [InlineData("config", "/app/shop.json", "config-app-shop-json-")]
    [InlineData("volume", "/", "volume")]
    public void A_path_makes_a_name_and_a_hash_where_it_says_less(string prefix, string path, string expected) =>
        Assert.StartsWith(expected, ShortName.OfPath(prefix, path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/data/a", "/data-a")]
    [InlineData("/data/a", "/Data/A")]
    [InlineData("/app/a.json", "/app/a-json")]
    public void Paths_that_read_alike_make_different_names(string one, string other) =>
        Assert.NotEqual(ShortName.OfPath("volume", one), ShortName.OfPath("volume", other));

    // A claim is found by its name: another name means that the data is gone.
    [Fact]
    public void The_hash_never_changes() => Assert.Equal("volume-var-data-a-0274785c", ShortName.OfPath("volume", "/var/Data/A"));
}
