namespace Ink.Tasks.PullRequests;

/// <summary>Who hosts a GitOps repository: each has its own addresses and its own API.</summary>
internal enum GitHost
{
    /// <summary>github.com, GitHub Enterprise.</summary>
    GitHub,

    /// <summary>gitlab.com, GitLab of one's own.</summary>
    GitLab,

    /// <summary>bitbucket.org.</summary>
    Bitbucket,

    /// <summary>dev.azure.com, visualstudio.com, Azure DevOps Server.</summary>
    AzureDevOps,

    /// <summary>Gitea, Forgejo, codeberg.org.</summary>
    Gitea,
}
