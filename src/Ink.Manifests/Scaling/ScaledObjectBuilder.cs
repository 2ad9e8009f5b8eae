using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;

namespace Ink.Manifests.Scaling;

/// <summary>Lets the number of a workload's pods follow a trigger of KEDA.</summary>
internal static class ScaledObjectBuilder
{
    /// <summary>The ScaledObject; <see langword="null"/> for a workload without.</summary>
    public static ScaledObject? Build(AppSpec app, WorkloadSpec workload)
    {
        if (workload.QueueScale is not { } scale)
            return null;

        return new ScaledObject
        {
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload), SyncWave.Traffic),
            Spec = new ScaledObjectSpec
            {
                ScaleTargetRef = new ScaleTarget(ControllerKind.ApiVersion, ControllerKind.Of(workload), workload.ObjectName),
                MinReplicaCount = scale.Min,
                MaxReplicaCount = scale.Max,
                Triggers = [Trigger(scale)],
            },
        };
    }

    private static ScaleTrigger Trigger(QueueScaleSpec scale) => new(
        scale.Trigger,
        scale.Metadata.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal),
        scale.Authentication is { } authentication ? new TriggerCredentials(authentication.Name, authentication.Kind) : null);
}
