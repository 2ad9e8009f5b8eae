using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A workload that runs once with every deploy, to its end.</summary>
internal static class JobBuilder
{
    // A day in which somebody can read the log.
    private const int TtlSecondsAfterFinished = 86400;

    public static V1Job Build(AppSpec app, WorkloadSpec workload, ContainerImage image)
    {
        var job = JobOf(workload);
        var metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload, image), SyncHook.WaveOf(job.When));
        SyncHook.Mark(metadata, job.When);
        return new V1Job { ApiVersion = "batch/v1", Kind = "Job", Metadata = metadata, Spec = Spec(app, workload, image) };
    }

    /// <summary>One run, which a CronJob makes again and again. It has no selector: the controller makes one that fits no other run.</summary>
    public static V1JobSpec Spec(AppSpec app, WorkloadSpec workload, ContainerImage image)
    {
        var job = JobOf(workload);
        return new V1JobSpec
        {
            BackoffLimit = job.Retries,
            ActiveDeadlineSeconds = job.DeadlineSeconds,
            TtlSecondsAfterFinished = TtlSecondsAfterFinished,
            // Two pods must never do the same work at once: the next waits until the last has really ended, not just been told to.
            PodReplacementPolicy = "Failed",
            Template = PodTemplateBuilder.Build(app, workload, image),
        };
    }

    /// <summary>How the workload is run to its end.</summary>
    /// <exception cref="ArgumentException">It does not say.</exception>
    public static JobSpec JobOf(WorkloadSpec workload) =>
        workload.Job ?? throw new ArgumentException($"The workload {workload.Name} runs to its end and does not say how.", nameof(workload));
}
