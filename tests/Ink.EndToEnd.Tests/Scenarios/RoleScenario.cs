using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>One image in each of its roles: how it ends, and what runs beside it.</summary>
public sealed class RoleScenario(DepotRelease release, ITestOutputHelper output) : Scenario(output), IClassFixture<DepotRelease>
{
    private const int GraceSeconds = 30;

    // Far from the grace period, and time enough for a busy machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(GraceSeconds / 2);

    [Fact]
    public async Task The_web_workload_serves_to_the_end_what_it_has_begun()
    {
        await using var pod = await Start("deployment-depot.yaml");
        await pod.Ready();
        // The grace period, less the five seconds that a kubelet lets it drain and two in which the process ends.
        Assert.Equal("23", await pod.Get("/time-to-stop"));

        var last = pod.Get("/last");
        await pod.Logged(Depot.RequestWaits);
        var took = await pod.Stop("web", GraceSeconds);

        Assert.Equal(Depot.LastAnswer, await last);
        Assert.Equal(0, await pod.Ended("web"));
        Assert.InRange(took, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task The_worker_finishes_what_it_is_at_and_ends_well()
    {
        await using var pod = await Start("deployment-depot-packer.yaml");
        await pod.Logged(Depot.WorkerIsUp);

        var took = await pod.Stop("packer", GraceSeconds);

        await pod.Logged(Depot.WorkerIsDone);
        Assert.Equal(0, await pod.Ended("packer"));
        Assert.InRange(took, TimeSpan.Zero, Soon);
    }

    [Fact]
    public async Task A_job_runs_to_its_end()
    {
        await using var pod = await Start("job-depot-migrate.yaml", port: null);

        Assert.Equal(0, await pod.Ended("migrate"));
        await pod.Logged("Migrated");
        Assert.DoesNotContain(Depot.WorkerIsUp, await pod.Logs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_fails_says_so_by_its_exit_code_and_in_its_log()
    {
        await using var pod = await Start("job-depot-audit.yaml", port: null);

        Assert.Equal(1, await pod.Ended("audit"));
        await pod.Logged("The job Depot.Audit failed.");
        await pod.Logged("The books do not balance");
    }

    [Fact]
    public async Task The_app_reaches_its_sidecar_at_localhost()
    {
        await using var pod = await Start("deployment-depot.yaml");

        // podman starts the app with the sidecar, not after it.
        Assert.Equal("echo", await pod.Ready("/echo"));
    }

    private async Task<Pod> Start(string workload, int? port = 8080) =>
        await Pod.Start(await Bench.Podman, Transcript, Path.Combine(release.Folder, workload), new PodOptions { Port = port });
}
