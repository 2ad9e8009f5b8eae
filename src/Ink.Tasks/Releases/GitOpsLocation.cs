using Ink.Model.Resolution;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Releases;

/// <summary>Where releases go: the user's GitOps repository, or a local one that stands in for it.</summary>
/// <param name="Target">What git pushes to.</param>
/// <param name="PublicUrl">The address without credentials, as the Argo CD Application names it.</param>
/// <param name="LocalPath">The stand-in's folder; <see langword="null"/> for the user's own repository.</param>
internal sealed record GitOpsLocation(GitOpsTarget Target, string PublicUrl, string? LocalPath)
{
    /// <summary>The branch that is pushed to.</summary>
    public string Branch => Target.Branch;

    /// <summary>Whether it is the stand-in.</summary>
    public bool IsLocal => LocalPath is not null;

    /// <summary>Reads <c>InkGitOpsUrl</c>, <c>InkGitOpsBranch</c> and <c>InkGitOpsPath</c>.</summary>
    public static GitOpsLocation From(ResolutionContext context, string outputPath)
    {
        var branch = context.Setting(InkProperty.GitOpsBranch) ?? "main";
        var basePath = (context.Setting(InkProperty.GitOpsPath) ?? "").Trim('/');
        if (context.Setting(InkProperty.GitOpsUrl) is { } url)
            return new GitOpsLocation(new GitOpsTarget(url, branch, basePath), RemoteUrl.WithoutCredentials(url), LocalPath: null);

        var path = Path.Combine(outputPath, "gitops.git");
        var address = new Uri(path).AbsoluteUri;
        return new GitOpsLocation(new GitOpsTarget(address, branch, basePath), address, path);
    }

    /// <summary>A path in the repository, below <c>InkGitOpsPath</c>.</summary>
    public string PathOf(string path) => Target.BasePath.Length == 0 ? path : $"{Target.BasePath}/{path}";
}
