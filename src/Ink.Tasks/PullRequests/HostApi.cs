using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Ink.Tasks.Git;

namespace Ink.Tasks.PullRequests;

/// <summary>How a host is asked for pull requests.</summary>
/// <param name="TokenVariables">The variables that may hold a token, the first one set wins.</param>
/// <param name="Root">The API's root for a repository on its own host.</param>
/// <param name="List">Where the open ones are, below the root.</param>
/// <param name="Create">Where one is made.</param>
/// <param name="Body">What it is made of.</param>
/// <param name="IsOurs">Whether one of the list is of our branch.</param>
/// <param name="UrlOf">The page of one.</param>
/// <param name="Authorize">Puts the token into a request.</param>
internal sealed record HostApi(
    IReadOnlyList<string> TokenVariables,
    Func<HostedRepository, string> Root,
    Func<HostedRepository, PullRequest, string> List,
    Func<HostedRepository, string> Create,
    Func<PullRequest, JsonObject> Body,
    Func<JsonNode, PullRequest, bool> IsOurs,
    Func<HostedRepository, JsonNode, string?> UrlOf,
    Action<HttpRequestHeaders, string> Authorize)
{
    /// <summary>The API of a host.</summary>
    public static HostApi Of(GitHost host) => host switch
    {
        GitHost.GitHub => GitHub,
        GitHost.GitLab => GitLab,
        GitHost.Bitbucket => Bitbucket,
        GitHost.AzureDevOps => AzureDevOps,
        _ => Gitea,
    };

    // docs.github.com/rest/pulls
    private static HostApi GitHub { get; } = new(
        [TokenCredential.Variable, "GH_TOKEN", "GITHUB_TOKEN"],
        repository => repository.Web == "https://github.com" ? "https://api.github.com" : $"{repository.Web}/api/v3",
        (repository, request) => $"repos/{repository.Path}/pulls?state=open&head={Uri.EscapeDataString($"{repository.Owner}:{request.Source}")}&base={Uri.EscapeDataString(request.Target)}",
        repository => $"repos/{repository.Path}/pulls",
        request => new JsonObject { ["title"] = request.Title, ["head"] = request.Source, ["base"] = request.Target, ["body"] = request.Body },
        (_, _) => true,
        (_, found) => (string?)found["html_url"],
        Bearer);

    // docs.gitlab.com/api/merge_requests
    private static HostApi GitLab { get; } = new(
        [TokenCredential.Variable, "GITLAB_TOKEN"],
        repository => $"{repository.Web}/api/v4",
        (repository, request) => $"projects/{Uri.EscapeDataString(repository.Path)}/merge_requests?state=opened&source_branch={Uri.EscapeDataString(request.Source)}&target_branch={Uri.EscapeDataString(request.Target)}",
        repository => $"projects/{Uri.EscapeDataString(repository.Path)}/merge_requests",
        request => new JsonObject { ["title"] = request.Title, ["source_branch"] = request.Source, ["target_branch"] = request.Target, ["description"] = request.Body, ["remove_source_branch"] = true },
        (_, _) => true,
        (_, found) => (string?)found["web_url"],
        (headers, token) => headers.Add("PRIVATE-TOKEN", token));

    // developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests
    private static HostApi Bitbucket { get; } = new(
        [TokenCredential.Variable, "BITBUCKET_TOKEN"],
        repository => repository.Web == "https://bitbucket.org" ? "https://api.bitbucket.org/2.0" : $"{repository.Web}/2.0",
        (repository, request) => $"repositories/{repository.Path}/pullrequests?state=OPEN&q={Uri.EscapeDataString($"source.branch.name=\"{request.Source}\"")}",
        repository => $"repositories/{repository.Path}/pullrequests",
        request => new JsonObject { ["title"] = request.Title, ["description"] = request.Body, ["close_source_branch"] = true, ["source"] = Branch(request.Source), ["destination"] = Branch(request.Target) },
        (_, _) => true,
        (_, found) => (string?)found["links"]?["html"]?["href"],
        Bearer);

    // learn.microsoft.com/rest/api/azure/devops/git/pull-requests
    private static HostApi AzureDevOps { get; } = new(
        [TokenCredential.Variable, "AZURE_DEVOPS_EXT_PAT", "SYSTEM_ACCESSTOKEN"],
        repository => $"{repository.Web}/{repository.Owner}/_apis/git/repositories/{Uri.EscapeDataString(repository.Name)}",
        (_, request) => $"pullrequests?searchCriteria.status=active&searchCriteria.sourceRefName={Uri.EscapeDataString($"refs/heads/{request.Source}")}&api-version=7.1",
        _ => "pullrequests?api-version=7.1",
        request => new JsonObject { ["title"] = request.Title, ["description"] = request.Body, ["sourceRefName"] = $"refs/heads/{request.Source}", ["targetRefName"] = $"refs/heads/{request.Target}" },
        (_, _) => true,
        (repository, found) => found["pullRequestId"] is { } id ? $"{repository.Web}/{repository.Owner}/_git/{repository.Name}/pullrequest/{id}" : null,
        (headers, token) => headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($":{token}"))));

    // docs.gitea.com/api: its list cannot be asked for a branch.
    private static HostApi Gitea { get; } = new(
        [TokenCredential.Variable, "GITEA_TOKEN"],
        repository => $"{repository.Web}/api/v1",
        (repository, _) => $"repos/{repository.Path}/pulls?state=open&limit=50",
        repository => $"repos/{repository.Path}/pulls",
        request => new JsonObject { ["title"] = request.Title, ["head"] = request.Source, ["base"] = request.Target, ["body"] = request.Body },
        (found, request) => (string?)found["head"]?["ref"] == request.Source && (string?)found["base"]?["ref"] == request.Target,
        (_, found) => (string?)found["html_url"],
        (headers, token) => headers.Authorization = new AuthenticationHeaderValue("token", token));

    private static void Bearer(HttpRequestHeaders headers, string token) => headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private static JsonObject Branch(string name) => new() { ["branch"] = new JsonObject { ["name"] = name } };
}
