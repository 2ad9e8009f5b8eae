using Ink.Tasks.PullRequests;

namespace Ink.Tasks.Tests.PullRequests;

public sealed class HostedRepositoryTests
{
    [Theory]
    [InlineData("https://github.com/acme/deploy.git", "https://github.com/acme/deploy/compare/main...ink/shop/dev/1a2b3c4d?expand=1")]
    [InlineData("git@github.com:acme/deploy.git", "https://github.com/acme/deploy/compare/main...ink/shop/dev/1a2b3c4d?expand=1")]
    [InlineData("ssh://git@github.example.com:2222/acme/deploy", "https://github.example.com/acme/deploy/compare/main...ink/shop/dev/1a2b3c4d?expand=1")]
    [InlineData("https://gitlab.com/acme/platform/deploy.git", "https://gitlab.com/acme/platform/deploy/-/merge_requests/new?merge_request%5Bsource_branch%5D=ink%2Fshop%2Fdev%2F1a2b3c4d&merge_request%5Btarget_branch%5D=main")]
    [InlineData("git@bitbucket.org:acme/deploy.git", "https://bitbucket.org/acme/deploy/pull-requests/new?source=ink%2Fshop%2Fdev%2F1a2b3c4d&dest=main")]
    [InlineData("https://dev.azure.com/acme/platform/_git/deploy", "https://dev.azure.com/acme/platform/_git/deploy/pullrequestcreate?sourceRef=ink%2Fshop%2Fdev%2F1a2b3c4d&targetRef=main")]
    [InlineData("git@ssh.dev.azure.com:v3/acme/platform/deploy", "https://dev.azure.com/acme/platform/_git/deploy/pullrequestcreate?sourceRef=ink%2Fshop%2Fdev%2F1a2b3c4d&targetRef=main")]
    [InlineData("https://dev.azure.com/acme/_git/platform", "https://dev.azure.com/acme/platform/_git/platform/pullrequestcreate?sourceRef=ink%2Fshop%2Fdev%2F1a2b3c4d&targetRef=main")]
    [InlineData("https://acme.visualstudio.com/platform/_git/deploy", "https://acme.visualstudio.com/platform/_git/deploy/pullrequestcreate?sourceRef=ink%2Fshop%2Fdev%2F1a2b3c4d&targetRef=main")]
    [InlineData("https://gitea.example.com:3000/acme/deploy.git", "https://gitea.example.com:3000/acme/deploy/compare/main...ink/shop/dev/1a2b3c4d")]
    [InlineData("https://codeberg.org/acme/deploy", "https://codeberg.org/acme/deploy/compare/main...ink/shop/dev/1a2b3c4d")]
    public void The_address_at_which_a_person_opens_it_is_the_hosts_own(string address, string expected) =>
        Assert.Equal(expected, new PullRequest("ink/shop/dev/1a2b3c4d", "main", "t", "b").CompareUrl(HostedRepository.Of(address, host: null)!));

    [Theory]
    [InlineData("https://git.example.com/acme/deploy.git")]
    [InlineData("file:///srv/deploy.git")]
    [InlineData("/srv/deploy.git")]
    public void Of_a_host_that_is_not_known_nothing_is_guessed(string address) => Assert.Null(HostedRepository.Of(address, host: null));

    [Fact]
    public void A_host_of_ones_own_is_known_by_the_property() =>
        Assert.Equal(new HostedRepository(GitHost.GitLab, "https://git.example.com", "acme/deploy"), HostedRepository.Of("git@git.example.com:acme/deploy.git", GitHost.GitLab));
}
