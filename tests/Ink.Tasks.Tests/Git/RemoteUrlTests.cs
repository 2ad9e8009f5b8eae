using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.Tests.Git;

public sealed class RemoteUrlTests
{
    [Theory]
    [InlineData("https:§//u%40x:p%2Fw%40@example.com:8443/o/r.git", "https://example.com:8443/o/r.git", "u@x", "p/w@")]
    [InlineData("https://tokenonly@example.com/r", "https://example.com/r", "tokenonly", null)]
    [InlineData("https://example.com/@scope/r", "https://example.com/@scope/r", null, null)]
    [InlineData("git@example.com:o/r.git", "git@example.com:o/r.git", null, null)]
    [InlineData("ssh://git@[::1]:22/r", "ssh://git@[::1]:22/r", null, null)]
    [InlineData("file:///srv/r.git", "file:///srv/r.git", null, null)]
    public void Http_credentials_are_taken_out_of_the_address(string text, string address, string? user, string? password) =>
        Assert.Equal(new RemoteUrl(address, user, password), RemoteUrl.Parse(SampleSecrets.Address(text), "/"));

    [Fact]
    public void A_folder_is_relative_to_the_project() =>
        Assert.Equal(Path.GetFullPath("/srv/gitops.git"), RemoteUrl.Parse("../gitops.git", "/srv/app").Address);

    [Theory]
    [InlineData("")]
    [InlineData("--upload-pack=touch /tmp/x")]
    [InlineData("-oProxyCommand=x:y")]
    [InlineData("ssh://-oProxyCommand=x/y")]
    [InlineData("ext::sh -c touch% /tmp/x")]
    [InlineData("fd::17")]
    [InlineData("https://example.com/\nx")]
    public void An_address_that_git_could_take_for_an_option_or_a_command_is_refused(string text) =>
        Assert.Equal("INK4003", Assert.Throws<InkException>(() => RemoteUrl.Parse(text, "/")).Code);
}
