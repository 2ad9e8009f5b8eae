using Ink.Tasks.PullRequests;
using Ink.Tasks.Tests.Shell;

namespace Ink.Tasks.Tests.PullRequests;

/// <summary>What a verb says of the pull request that it opened, or did not.</summary>
public sealed class PullRequestStoryTests
{
    private const string Compare = "https://host/acme/deploy/compare/main...ink/shop/dev/1a2b3c4d";

    [Fact]
    public void A_request_that_the_host_refuses_is_a_warning_that_says_where_to_open_it()
    {
        var engine = Tell(new PullRequestOutcome(Compare, IsOpen: false, Fault: "403 Forbidden."));

        var warning = Assert.Single(engine.Warnings);
        Assert.Equal("INK4021", warning.Code);
        Assert.Equal($"The branch 'ink/shop/dev/1a2b3c4d' is pushed, and its pull request could not be opened: 403 Forbidden. Open it at {Compare}", warning.Message);
    }

    [Fact]
    public void One_that_is_open_is_named_and_else_where_to_open_it()
    {
        Assert.Contains("Ink: pull request https://host/acme/deploy/pull/7", Tell(new PullRequestOutcome("https://host/acme/deploy/pull/7", IsOpen: true, Fault: null)).Messages);
        Assert.Contains($"Ink: open the pull request at {Compare}", Tell(new PullRequestOutcome(Compare, IsOpen: false, Fault: null)).Messages);
        Assert.Contains("Ink: open a pull request from 'ink/shop/dev/1a2b3c4d' to 'main'; set InkGitOpsProvider for its address.", Tell(new PullRequestOutcome(null, IsOpen: false, Fault: null)).Messages);
    }

    private static RecordingEngine Tell(PullRequestOutcome outcome)
    {
        var engine = new RecordingEngine();
        using var task = new Verb(outcome) { BuildEngine = engine };
        Assert.True(task.Execute());
        return engine;
    }

    private sealed class Verb(PullRequestOutcome outcome) : ProjectTask
    {
        private protected override Task RunAsync(CancellationToken cancellationToken)
        {
            Tell(outcome, "ink/shop/dev/1a2b3c4d", "main");
            return Task.CompletedTask;
        }
    }
}
