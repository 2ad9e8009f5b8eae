namespace Ink.Tasks.GitOps;

/// <summary>A branch of Ink's own that gets the commit instead of the target's branch, for a pull request.</summary>
/// <param name="Branch">Its name. What it held before is replaced: it is an earlier try at the same thing.</param>
/// <param name="PushOptions">What the server is told with the push (git-push(1), <c>--push-option</c>), if it takes such.</param>
internal sealed record PushHead(string Branch, IReadOnlyList<string> PushOptions);
