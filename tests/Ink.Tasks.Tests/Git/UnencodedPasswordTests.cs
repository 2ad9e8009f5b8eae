using Ink.Tasks.Git;

namespace Ink.Tasks.Tests.Git;

/// <summary>MSBuild decodes %2F and %40 in properties, so a password may arrive with any character.</summary>
public sealed class UnencodedPasswordTests
{
    [Theory]
    [InlineData("https:§//deploy:p@ss/word:1@git.example.com:8443/gitops.git", "p@ss/word:1", "https://git.example.com:8443/gitops.git")]
    [InlineData("https:§//deploy:pa/ss@git.example.com/gitops.git", "pa/ss", "https://git.example.com/gitops.git")]
    [InlineData("https:§//deploy:pa?s#s@git.example.com/gitops.git", "pa?s#s", "https://git.example.com/gitops.git")]
    [InlineData("https:§//deploy:p%40ss@git.example.com/gitops.git", "p@ss", "https://git.example.com/gitops.git")]
    public void No_part_of_it_is_left_in_the_address(string url, string password, string address)
    {
        url = SampleSecrets.Address(url);
        var parsed = RemoteUrl.Parse(url, "/srv");
        Assert.Equal((address, "deploy", password), (parsed.Address, parsed.User, parsed.Password));
        Assert.Equal(address, RemoteUrl.WithoutCredentials(url));
    }

    [Theory]
    [InlineData("https://git.example.com:8443/a@b.git")]
    [InlineData("https://[::1]:8443/a@b.git")]
    [InlineData("https://git.example.com/a:b@c.git")]
    public void An_at_sign_in_a_path_is_no_password(string url)
    {
        Assert.Null(RemoteUrl.Parse(url, "/srv").User);
        Assert.Equal(url, RemoteUrl.WithoutCredentials(url));
    }
}
