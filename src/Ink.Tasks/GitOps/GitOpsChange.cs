using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps;

/// <summary>
/// A folder that Ink owns: after the push it holds this deploy's files, and none that an earlier deploy wrote and this one
/// no longer renders. Which files those are is what its <c>.ink/release.json</c> lists; all others are somebody else's and stay.
/// </summary>
/// <param name="Path">The folder, relative to the target's base path, for example <c>apps/checkout/dev</c>.</param>
/// <param name="Application">The Argo CD Application of what is in it, likewise.</param>
/// <param name="Order">Judges whether what is deployed there already may be replaced; null for always.</param>
internal sealed record OwnedFolder(string Path, string? Application = null, IDeployOrder? Order = null);

/// <summary>
/// What one commit is to say. Applied to whatever the branch's tip is when it is pushed, so it holds states, never differences.
/// </summary>
/// <param name="Folders">The folders that are brought to exactly what <paramref name="Files"/> holds for them.</param>
/// <param name="Files">Path → text, relative to the target's base path. Written as UTF-8 without a byte-order mark, otherwise as it is.</param>
/// <param name="Subject">The first line of the commit message.</param>
/// <param name="Trailers">Its trailers, in order (git-interpret-trailers(1)).</param>
/// <param name="Identity">Who the commit is by.</param>
/// <param name="Time">When, for both author and committer.</param>
internal sealed record GitOpsChange(
    IReadOnlyList<OwnedFolder> Folders,
    IReadOnlyDictionary<string, string> Files,
    string Subject,
    IReadOnlyList<KeyValuePair<string, string>> Trailers,
    CommitIdentity Identity,
    DateTimeOffset Time)
{
    /// <summary>The commit message: subject, empty line, one trailer a line.</summary>
    public string Message
    {
        get
        {
            var trailers = Trailers.Select(trailer => $"{OneLine(trailer.Key)}: {OneLine(trailer.Value)}\n");
            var body = string.Concat(trailers);
            return body.Length == 0 ? $"{OneLine(Subject)}\n" : $"{OneLine(Subject)}\n\n{body}";
        }
    }

    // A line end in an application's name must not become a trailer of its own.
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
