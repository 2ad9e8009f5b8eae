using Ink.Manifests.Metadata;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class JobTests
{
    private const string Hook = "argocd.argoproj.io/hook";
    private const string DeletePolicy = "argocd.argoproj.io/hook-delete-policy";
    private const string Wave = "argocd.argoproj.io/sync-wave";

    private static readonly AppSpec Rich = Apps.Rich();

    [Fact]
    public void A_cron_job_never_overlaps_starts_late_or_piles_up()
    {
        var spec = Rich.The<V1CronJob>("checkout-cleanup").Spec;

        Assert.Equal(("30 3 * * mon-fri", "Europe/Berlin", "Forbid"), (spec.Schedule, spec.TimeZone, spec.ConcurrencyPolicy));
        Assert.Equal((300, 3, 3), (spec.StartingDeadlineSeconds, spec.SuccessfulJobsHistoryLimit, spec.FailedJobsHistoryLimit));
        Assert.Equal((2, 86400, null), (spec.JobTemplate.Spec.BackoffLimit, spec.JobTemplate.Spec.TtlSecondsAfterFinished, spec.JobTemplate.Spec.ActiveDeadlineSeconds));
    }

    [Fact]
    public void Without_a_time_zone_none_is_written()
    {
        var cron = Apps.CronJob("hello", "x");
        var app = Apps.Minimal() with { Workloads = Apps.List(cron with { Job = cron.Job! with { Cron = cron.Job!.Cron! with { TimeZone = null } } }) };

        Assert.DoesNotContain("timeZone", ManifestYaml.Write(app.The<V1CronJob>()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Concurrency.Allow, "Allow")]
    [InlineData(Concurrency.Forbid, "Forbid")]
    [InlineData(Concurrency.Replace, "Replace")]
    public void Concurrency_has_the_words_of_Kubernetes(Concurrency concurrency, string word)
    {
        var cron = Apps.CronJob("hello", "x");
        var app = Apps.Minimal() with { Workloads = Apps.List(cron with { Job = cron.Job! with { Cron = cron.Job!.Cron! with { Concurrency = concurrency } } }) };

        Assert.Equal(word, app.The<V1CronJob>().Spec.ConcurrencyPolicy);
    }

    [Fact]
    public void A_cron_job_is_no_hook()
    {
        var cron = Rich.The<V1CronJob>("checkout-cleanup");

        Assert.Null(cron.Annotation(Hook));
        Assert.Null(cron.Annotation(Wave));
    }

    [Fact]
    public void The_runs_of_a_cron_job_carry_its_labels()
    {
        var cron = Rich.The<V1CronJob>("checkout-cleanup");

        Assert.Equal(cron.Metadata.Labels, cron.Spec.JobTemplate.Metadata.Labels);
        Assert.Equal(Apps.Image.Version, cron.Spec.JobTemplate.Spec.Template.Metadata.Labels[Labels.Version]);
    }

    [Fact]
    public void A_job_before_the_deploy_is_a_hook_of_the_sync_between_configuration_and_workloads()
    {
        var job = Rich.The<V1Job>("checkout-migrate");

        Assert.Equal(("Sync", "BeforeHookCreation", "-1"), (job.Annotation(Hook), job.Annotation(DeletePolicy), job.Annotation(Wave)));
        Assert.Equal("-2", Rich.The<V1NetworkPolicy>("checkout-migrate").Annotation(Wave));
        Assert.Null(Rich.The<V1Deployment>("checkout").Annotation(Wave));
    }

    [Fact]
    public void A_job_after_the_deploy_waits_until_all_is_healthy()
    {
        var job = Rich.The<V1Job>("checkout-warm-up");

        Assert.Equal(("PostSync", "BeforeHookCreation", null), (job.Annotation(Hook), job.Annotation(DeletePolicy), job.Annotation(Wave)));
    }

    [Fact]
    public void A_job_has_its_retries_and_its_deadline_over_all_tries()
    {
        var spec = Rich.The<V1Job>("checkout-migrate").Spec;

        Assert.Equal((1, 600, 86400), (spec.BackoffLimit, spec.ActiveDeadlineSeconds, spec.TtlSecondsAfterFinished));
        Assert.Null(spec.Template.Spec.ActiveDeadlineSeconds);
        Assert.Equal(0, Rich.The<V1Job>("checkout-warm-up").Spec.BackoffLimit);
        Assert.Null(Rich.The<V1Job>("checkout-warm-up").Spec.ActiveDeadlineSeconds);
    }

    [Fact]
    public void Two_pods_of_a_job_never_run_at_once() =>
        Assert.Equal("Failed", Rich.The<V1Job>("checkout-migrate").Spec.PodReplacementPolicy);

    [Fact]
    public void A_failed_pod_of_a_job_stays_and_is_not_restarted()
    {
        Assert.Equal("Never", JobPod.RestartPolicy);
        Assert.Null(Rich.Pod("checkout").RestartPolicy);
    }

    [Fact]
    public void The_pod_of_a_job_has_no_port_no_probe_no_hook_and_no_spread()
    {
        var container = JobPod.Containers.Single();

        Assert.Null(container.Ports);
        Assert.Null(container.StartupProbe ?? container.ReadinessProbe ?? container.LivenessProbe);
        Assert.Null(container.Lifecycle);
        Assert.Null(JobPod.TopologySpreadConstraints);
    }

    [Fact]
    public void The_pod_of_a_job_is_as_safe_as_any_other()
    {
        Assert.True(JobPod.SecurityContext.RunAsNonRoot);
        Assert.True(JobPod.Containers.Single().SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(JobPod.AutomountServiceAccountToken);
        Assert.Equal("checkout", JobPod.ServiceAccountName);
        Assert.Equal("256Mi", JobPod.Containers.Single().Resources.Limits["memory"].ToString());
    }

    [Fact]
    public void A_job_runs_the_image_in_its_role_with_its_arguments_and_secrets()
    {
        var container = JobPod.Containers.Single();

        Assert.Equal((Apps.Image.Reference, "migrate"), (container.Image, container.Env.Single(variable => variable.Name == "INK_ROLE").Value));
        Assert.Equal(["--migrate"], container.Args);
        Assert.Equal("checkout", container.Env.Single(variable => variable.Name == "ConnectionStrings__Orders").ValueFrom.SecretKeyRef.Name);
    }

    [Theory]
    [InlineData("checkout-migrate")]
    [InlineData("checkout-cleanup")]
    public void A_job_accepts_no_traffic(string name) => Assert.Empty(Rich.The<V1NetworkPolicy>(name).Spec.Ingress);

    [Fact]
    public void An_app_of_hooks_alone_changes_with_every_deploy_so_that_they_run()
    {
        var hooks = Apps.Minimal() with { Workloads = Apps.List(Apps.Job("hello", "migrate")) };
        var cron = hooks with { Workloads = Apps.List(Apps.Job("hello", "migrate"), Apps.CronJob("hello", "report")) };

        Assert.Equal(Apps.Image.Version, hooks.The<V1ServiceAccount>().Metadata.Labels[Labels.Version]);
        Assert.DoesNotContain(Labels.Version, cron.The<V1ServiceAccount>().Metadata.Labels.Keys);
    }

    [Fact]
    public void A_workload_that_does_not_say_how_it_runs_is_refused()
    {
        Assert.Contains("migrate", Refused(Apps.Job("hello", "migrate") with { Job = null }), StringComparison.Ordinal);
        Assert.Contains("no schedule", Refused(Apps.CronJob("hello", "report") with { Job = new JobSpec(0, null) }), StringComparison.Ordinal);
    }

    private static V1PodSpec JobPod => Rich.The<V1Job>("checkout-migrate").Spec.Template.Spec;

    private static string Refused(WorkloadSpec workload) =>
        Assert.Throws<ArgumentException>(() => (Apps.Minimal() with { Workloads = Apps.List(workload) }).Objects()).Message;
}
