using Ink.Tasks.SupplyChain.Provenance;

namespace Ink.Tasks.Tests.SupplyChain;

public sealed class BuildHostTests
{
    public static TheoryData<string, string, string, string> Hosts => new()
    {
        {
            "GITHUB_ACTIONS=true GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=acme/shop GITHUB_RUN_ID=42 GITHUB_RUN_ATTEMPT=2 GITHUB_REF=refs/heads/main RUNNER_ENVIRONMENT=github-hosted",
            "https://github.com/actions/runner/github-hosted", "https://github.com/acme/shop/actions/runs/42/attempts/2", "refs/heads/main"
        },
        {
            "GITLAB_CI=true CI_PROJECT_URL=https://gitlab.example/acme/shop CI_RUNNER_ID=7 CI_JOB_URL=https://gitlab.example/acme/shop/-/jobs/42 CI_COMMIT_BRANCH=main",
            "https://gitlab.example/acme/shop/-/runners/7", "https://gitlab.example/acme/shop/-/jobs/42", "refs/heads/main"
        },
        {
            "TF_BUILD=True SYSTEM_COLLECTIONURI=https://dev.azure.com/acme/ SYSTEM_TEAMPROJECT=Web+Shop SYSTEM_DEFINITIONID=3 BUILD_BUILDID=42 BUILD_SOURCEBRANCH=refs/tags/v1",
            "https://dev.azure.com/acme/Web%20Shop/_build?definitionId=3", "https://dev.azure.com/acme/Web%20Shop/_build/results?buildId=42", "refs/tags/v1"
        },
        {
            "JENKINS_URL=https://ci.example/ BUILD_URL=https://ci.example/job/shop/42/ BRANCH_NAME=main",
            "https://ci.example/", "https://ci.example/job/shop/42/", "refs/heads/main"
        },
        {
            "BUILDKITE=true BUILDKITE_ORGANIZATION_SLUG=acme BUILDKITE_PIPELINE_SLUG=shop BUILDKITE_BUILD_URL=https://buildkite.com/acme/shop/builds/42 BUILDKITE_JOB_ID=j1 BUILDKITE_BRANCH=main BUILDKITE_TAG=",
            "https://buildkite.com/acme/shop", "https://buildkite.com/acme/shop/builds/42#j1", "refs/heads/main"
        },
        {
            "CIRCLECI=true CIRCLE_BUILD_URL=https://circleci.com/gh/acme/shop/42 CIRCLE_TAG=v1 CIRCLE_BRANCH=main",
            "https://circleci.com", "https://circleci.com/gh/acme/shop/42", "refs/tags/v1"
        },
    };

    [Theory]
    [MemberData(nameof(Hosts))]
    public void A_run_of_CI_is_known_by_the_variables_that_it_documents(string variables, string id, string invocation, string @ref) =>
        Assert.Equal(new BuildHost(id, invocation, @ref), Read(variables));

    [Theory]
    [InlineData("")]
    [InlineData("HOME=/home/ada USER=ada HOSTNAME=box GITHUB_ACTIONS=false")]
    [InlineData("GITHUB_ACTIONS=true")]
    [InlineData("CIRCLECI=true CIRCLE_BUILD_URL=nonsense")]
    [InlineData("JENKINS_URL=file:///home/ada")]
    public void Anything_else_is_a_persons_machine_of_which_nothing_is_told(string variables) => Assert.Equal(BuildHost.Local, Read(variables));

    [Fact]
    public void An_address_loses_its_credentials()
    {
        var host = Read(SampleSecrets.Address("JENKINS_URL=https:§//ada:hunter2hunter2@ci.example/ BUILD_URL=https:§//ada:hunter2hunter2@ci.example/job/42"));
        Assert.Equal(("https://ci.example/", "https://ci.example/job/42"), (host.Id, host.Invocation));
    }

    private static BuildHost Read(string variables)
    {
        var all = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Replace('+', ' '));
        return BuildHost.Of(name => all.GetValueOrDefault(name));
    }
}
