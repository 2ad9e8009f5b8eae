using System.Text;
using Ink.Tasks.PullRequests;

namespace Ink.Tasks.Tests.PullRequests;

/// <summary>What each host is asked, and what is made of its answers.</summary>
public sealed class PullRequestOpenerTests : IDisposable
{
    private static readonly PullRequest Request = new("ink/shop/dev/1a2b3c4d", "main", "deploy(shop): 1a2b3c4d to dev", "Ink-App: shop");

    // Made here: no file may hold one.
    private static readonly string Token = $"token-{new string('x', 20)}";

    private readonly FakeHost _host = new();

    public void Dispose() => _host.Dispose();

    public static TheoryData<string, string, string, string, string, string> Hosts => new()
    {
        { "GitHub", "acme/deploy", "GET /api/v3/repos/acme/deploy/pulls?state=open&head=acme%3Aink%2Fshop%2Fdev%2F1a2b3c4d&base=main Bearer T", "POST /api/v3/repos/acme/deploy/pulls Bearer T", "\"head\":\"ink/shop/dev/1a2b3c4d\",\"base\":\"main\"", """{"html_url":"https://host/acme/deploy/pull/7"}""" },
        { "GitLab", "acme/deploy", "GET /api/v4/projects/acme%2Fdeploy/merge_requests?state=opened&source_branch=ink%2Fshop%2Fdev%2F1a2b3c4d&target_branch=main T", "POST /api/v4/projects/acme%2Fdeploy/merge_requests T", "\"source_branch\":\"ink/shop/dev/1a2b3c4d\",\"target_branch\":\"main\"", """{"web_url":"https://host/acme/deploy/pull/7"}""" },
        { "Bitbucket", "acme/deploy", "GET /2.0/repositories/acme/deploy/pullrequests?state=OPEN&q=source.branch.name%3D%22ink%2Fshop%2Fdev%2F1a2b3c4d%22 Bearer T", "POST /2.0/repositories/acme/deploy/pullrequests Bearer T", "\"source\":{\"branch\":{\"name\":\"ink/shop/dev/1a2b3c4d\"}}", """{"links":{"html":{"href":"https://host/acme/deploy/pull/7"}}}""" },
        { "Gitea", "acme/deploy", "GET /api/v1/repos/acme/deploy/pulls?state=open&limit=50 token T", "POST /api/v1/repos/acme/deploy/pulls token T", "\"head\":\"ink/shop/dev/1a2b3c4d\",\"base\":\"main\"", """{"html_url":"https://host/acme/deploy/pull/7","head":{"ref":"ink/shop/dev/1a2b3c4d"},"base":{"ref":"main"}}""" },
    };

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task With_a_token_it_is_opened_and_the_second_time_found(string host, string path, string list, string create, string body, string answer)
    {
        _host.Created = answer;

        var opened = await OpenAsync(host, path);

        Assert.Equal(("https://host/acme/deploy/pull/7", true, null), (opened.Url, opened.IsOpen, opened.Fault));
        Assert.Equal(list.Replace(" T", $" {Token}", StringComparison.Ordinal), _host.Asked[0]);
        Assert.StartsWith(create.Replace(" T", $" {Token}", StringComparison.Ordinal), _host.Asked[1], StringComparison.Ordinal);
        Assert.Contains(body, _host.Asked[1], StringComparison.Ordinal);
        Assert.Contains("\"title\":\"deploy(shop): 1a2b3c4d to dev\"", _host.Asked[1], StringComparison.Ordinal);

        _host.Asked.Clear();
        _host.List = host == "Bitbucket" ? $$"""{"values":[{{answer}}]}""" : $"[{answer}]";
        Assert.Equal("https://host/acme/deploy/pull/7", (await OpenAsync(host, path)).Url);
        Assert.Single(_host.Asked);
    }

    [Fact]
    public async Task Azure_DevOps_is_asked_below_the_project_and_shows_the_request_by_its_number()
    {
        (_host.List, _host.Created) = ("""{"value":[]}""", """{"pullRequestId":7}""");

        var opened = await OpenAsync("AzureDevOps", "acme/platform/_git/deploy");

        Assert.Equal($"{_host.Url}/acme/platform/_git/deploy/pullrequest/7", opened.Url);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($":{Token}"));
        Assert.Equal($"GET /acme/platform/_apis/git/repositories/deploy/pullrequests?searchCriteria.status=active&searchCriteria.sourceRefName=refs%2Fheads%2Fink%2Fshop%2Fdev%2F1a2b3c4d&api-version=7.1 Basic {basic}", _host.Asked[0]);
        Assert.Contains("\"sourceRefName\":\"refs/heads/ink/shop/dev/1a2b3c4d\",\"targetRefName\":\"refs/heads/main\"", _host.Asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_of_another_branch_is_not_ours()
    {
        _host.List = """[{"html_url":"https://host/other","head":{"ref":"feature"},"base":{"ref":"main"}}]""";
        _host.Created = """{"html_url":"https://host/ours"}""";

        Assert.Equal("https://host/ours", (await OpenAsync("Gitea", "acme/deploy")).Url);
    }

    [Fact]
    public async Task Without_a_token_nobody_is_asked_and_the_address_is_given()
    {
        var opened = await OpenAsync("GitHub", "acme/deploy", token: null);

        Assert.Equal(($"{_host.Url}/acme/deploy/compare/main...ink/shop/dev/1a2b3c4d?expand=1", false, null), (opened.Url, opened.IsOpen, opened.Fault));
        Assert.Empty(_host.Asked);
    }

    [Fact]
    public async Task A_refusal_is_told_with_the_hosts_words_and_never_the_token()
    {
        (_host.Status, _host.List) = (403, """{"message":"Resource not accessible by integration"}""");

        var opened = await OpenAsync("GitHub", "acme/deploy");

        Assert.False(opened.IsOpen);
        Assert.Contains("gave 403: {\"message\":\"Resource not accessible by integration\"}", opened.Fault, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, opened.Fault, StringComparison.Ordinal);
        Assert.Contains("/compare/main...", opened.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_goes_over_TLS_or_nowhere()
    {
        var repository = HostedRepository.Of("http://gitea.example.com/acme/deploy", host: null)!;

        Assert.Contains("not reached over https", (await new PullRequestOpener(repository, _ => Token, apiUrl: null).OpenAsync(Request, default)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_a_fault()
    {
        _host.List = "<html>Sign in</html>";

        Assert.NotNull((await OpenAsync("GitHub", "acme/deploy")).Fault);
    }

    private Task<PullRequestOutcome> OpenAsync(string host, string path) => OpenAsync(host, path, Token);

    private Task<PullRequestOutcome> OpenAsync(string host, string path, string? token)
    {
        var repository = HostedRepository.Of($"{_host.Url}/{path}", Enum.Parse<GitHost>(host))!;
        return new PullRequestOpener(repository, name => name == "INK_GITOPS_TOKEN" ? token : null, apiUrl: null).OpenAsync(Request, default);
    }
}
