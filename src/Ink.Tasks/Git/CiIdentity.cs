namespace Ink.Tasks.Git;

/// <summary>Who a CI system says has started the job, from the variables that it documents.</summary>
internal static class CiIdentity
{
    /// <summary>The person, or null outside of CI and where it names none.</summary>
    public static Identity? Find(Func<string, string?> environment)
    {
        // GitHub Actions; the address is the one that GitHub itself puts into commits made on its pages.
        if (Text("GITHUB_ACTOR") is { } actor && Text("GITHUB_ACTIONS") is not null)
            return new Identity(actor, $"{(Text("GITHUB_ACTOR_ID") is { } id ? $"{id}+" : "")}{actor}@users.noreply.github.com");
        return Of("GITLAB_USER_NAME", "GITLAB_USER_EMAIL") // GitLab
            ?? Of("BUILD_REQUESTEDFOR", "BUILD_REQUESTEDFOREMAIL") // Azure Pipelines
            ?? Of("BUILD_USER", "BUILD_USER_EMAIL") // Jenkins, with its plugin "build user vars"
            ?? Of("BUILDKITE_BUILD_CREATOR", "BUILDKITE_BUILD_CREATOR_EMAIL"); // Buildkite

        Identity? Of(string name, string email) => Text(name) is { } who && Text(email) is { } where ? new Identity(who, where) : null;

        string? Text(string name) => environment(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }
}
