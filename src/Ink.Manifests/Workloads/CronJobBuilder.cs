using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A workload that runs by the clock, to its end.</summary>
internal static class CronJobBuilder
{
    // A controller that was away for longer leaves the run out: late work piles up, and after a hundred missed starts it would give up.
    private const int StartingDeadlineSeconds = 300;
    private const int HistoryLimit = 3;

    public static V1CronJob Build(AppSpec app, WorkloadSpec workload, ContainerImage image)
    {
        var cron = JobBuilder.JobOf(workload).Cron
            ?? throw new ArgumentException($"The cron job {workload.Name} has no schedule.", nameof(workload));
        return new V1CronJob
        {
            ApiVersion = "batch/v1",
            Kind = "CronJob",
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload, image)),
            Spec = new V1CronJobSpec
            {
                Schedule = cron.Schedule,
                TimeZone = cron.TimeZone,
                ConcurrencyPolicy = cron.Concurrency.ToString(),
                StartingDeadlineSeconds = StartingDeadlineSeconds,
                SuccessfulJobsHistoryLimit = HistoryLimit,
                FailedJobsHistoryLimit = HistoryLimit,
                JobTemplate = new V1JobTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = Labels.Of(app, workload, image) },
                    Spec = JobBuilder.Spec(app, workload, image),
                },
            },
        };
    }
}
