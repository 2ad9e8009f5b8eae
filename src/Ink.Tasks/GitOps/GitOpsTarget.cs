namespace Ink.Tasks.GitOps;

/// <summary>Where deploys are committed.</summary>
/// <param name="Url">The repository's address, credentials and all, or a folder (<c>InkGitOpsUrl</c>).</param>
/// <param name="Branch">The one branch that is read and written (<c>InkGitOpsBranch</c>).</param>
/// <param name="BasePath">The folder in it that all paths are relative to (<c>InkGitOpsPath</c>); may be empty.</param>
internal sealed record GitOpsTarget(string Url, string Branch = "main", string BasePath = "");
