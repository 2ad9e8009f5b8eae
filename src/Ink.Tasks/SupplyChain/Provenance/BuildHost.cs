using Ink.Tasks.Git;

namespace Ink.Tasks.SupplyChain.Provenance;

/// <summary>What runs the build, by the variables that each CI documents.</summary>
/// <param name="Id">A URI that stands for the builder.</param>
/// <param name="Invocation">A URI of the run; <see langword="null"/> on a person's machine.</param>
/// <param name="Ref">The branch or tag that the run is for, in full; CI checks out a commit, so git does not know it.</param>
internal sealed record BuildHost(string Id, string? Invocation = null, string? Ref = null)
{
    /// <summary>A person's machine, of which nothing is told.</summary>
    public static BuildHost Local { get; } = new($"{ProvenanceBuilder.Reference}#a-persons-machine");

    /// <summary>The one that set these variables.</summary>
    public static BuildHost Of(Func<string, string?> environment)
    {
        var found =
            Is("GITHUB_ACTIONS") ? GitHub(Value)
            : Is("GITLAB_CI") ? GitLab(Value)
            : Is("TF_BUILD") ? Azure(Value)
            : Is("BUILDKITE") ? Buildkite(Value)
            : Is("CIRCLECI") ? CircleCi(Value)
            : Value("JENKINS_URL") is { } jenkins ? Jenkins(Value, jenkins)
            : Local;
        // A variable that is missing or overwritten leaves something that is no URI, and a statement has to hold one.
        return IsAddress(found.Id) ? found with { Id = Clean(found.Id), Invocation = IsAddress(found.Invocation) ? Clean(found.Invocation!) : null } : Local;

        string? Value(string name) => environment(name) is { Length: > 0 } value ? value : null;
        bool Is(string name) => string.Equals(environment(name), "true", StringComparison.OrdinalIgnoreCase);
    }

    // https://docs.github.com/actions/reference/workflows-and-actions/variables; ids as https://slsa-framework.github.io/github-actions-buildtypes has them.
    private static BuildHost GitHub(Func<string, string?> value) => new(
        $"{value("GITHUB_SERVER_URL")}/actions/runner/{value("RUNNER_ENVIRONMENT") ?? "self-hosted"}",
        $"{value("GITHUB_SERVER_URL")}/{value("GITHUB_REPOSITORY")}/actions/runs/{value("GITHUB_RUN_ID")}/attempts/{value("GITHUB_RUN_ATTEMPT") ?? "1"}",
        value("GITHUB_REF"));

    // https://docs.gitlab.com/ci/variables/predefined_variables/; ids as https://docs.gitlab.com/ci/pipeline_security/slsa/ has them.
    private static BuildHost GitLab(Func<string, string?> value) => new(
        $"{value("CI_PROJECT_URL")}/-/runners/{value("CI_RUNNER_ID")}",
        value("CI_JOB_URL"),
        RefOf(value("CI_COMMIT_TAG"), value("CI_COMMIT_BRANCH")));

    // https://learn.microsoft.com/azure/devops/pipelines/build/variables
    private static BuildHost Azure(Func<string, string?> value)
    {
        var project = $"{value("SYSTEM_COLLECTIONURI")?.TrimEnd('/')}/{Uri.EscapeDataString(value("SYSTEM_TEAMPROJECT") ?? "")}";
        return new(
            $"{project}/_build?definitionId={value("SYSTEM_DEFINITIONID")}",
            $"{project}/_build/results?buildId={value("BUILD_BUILDID")}",
            value("BUILD_SOURCEBRANCH"));
    }

    // https://buildkite.com/docs/pipelines/configure/environment-variables
    private static BuildHost Buildkite(Func<string, string?> value) => new(
        $"https://buildkite.com/{value("BUILDKITE_ORGANIZATION_SLUG")}/{value("BUILDKITE_PIPELINE_SLUG")}",
        value("BUILDKITE_JOB_ID") is { } job ? $"{value("BUILDKITE_BUILD_URL")}#{job}" : value("BUILDKITE_BUILD_URL"),
        RefOf(value("BUILDKITE_TAG"), value("BUILDKITE_BRANCH")));

    // https://circleci.com/docs/reference/variables/; a server of one's own has another host in the build's address.
    private static BuildHost CircleCi(Func<string, string?> value) => new(
        Uri.TryCreate(value("CIRCLE_BUILD_URL"), UriKind.Absolute, out var build) ? build.GetLeftPart(UriPartial.Authority) : "",
        value("CIRCLE_BUILD_URL"),
        RefOf(value("CIRCLE_TAG"), value("CIRCLE_BRANCH")));

    // https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
    private static BuildHost Jenkins(Func<string, string?> value, string url) => new(
        url,
        value("BUILD_URL"),
        RefOf(value("TAG_NAME"), value("BRANCH_NAME")));

    private static string? RefOf(string? tag, string? branch) =>
        tag is not null ? $"refs/tags/{tag}" : branch is not null ? $"refs/heads/{branch}" : null;

    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static string Clean(string address) => RemoteUrl.WithoutCredentials(address);
}
