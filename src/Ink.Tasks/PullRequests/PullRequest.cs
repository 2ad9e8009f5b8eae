namespace Ink.Tasks.PullRequests;

/// <summary>A pull request to be.</summary>
/// <param name="Source">The branch that has the commit.</param>
/// <param name="Target">The branch that it is for.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">What it says.</param>
internal sealed record PullRequest(string Source, string Target, string Title, string Body)
{
    /// <summary>The address at which a person opens it.</summary>
    public string CompareUrl(HostedRepository repository)
    {
        var (source, target) = (Uri.EscapeDataString(Source), Uri.EscapeDataString(Target));
        var page = $"{repository.Web}/{repository.Path}";
        return repository.Host switch
        {
            GitHost.GitHub => $"{page}/compare/{Slashed(target)}...{Slashed(source)}?expand=1",
            GitHost.GitLab => $"{page}/-/merge_requests/new?merge_request%5Bsource_branch%5D={source}&merge_request%5Btarget_branch%5D={target}",
            GitHost.Bitbucket => $"{page}/pull-requests/new?source={source}&dest={target}",
            GitHost.AzureDevOps => $"{repository.Web}/{repository.Owner}/_git/{repository.Name}/pullrequestcreate?sourceRef={source}&targetRef={target}",
            _ => $"{page}/compare/{Slashed(target)}...{Slashed(source)}",
        };
    }

    // In a path, a branch's own slashes stay as they are.
    private static string Slashed(string escaped) => escaped.Replace("%2F", "/", StringComparison.Ordinal);
}
