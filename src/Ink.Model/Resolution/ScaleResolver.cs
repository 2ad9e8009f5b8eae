using Ink.Model.Declarations;
using Ink.Model.Policy.Judgements;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Decides whether the number of a workload's pods follows something, and within which bounds.</summary>
internal sealed class ScaleResolver(DeclarationLayers layers)
{
    private const int MostPods = 10_000;
    private const int DefaultMax = 10;
    private const int DefaultCpu = 80;

    public WorkloadSpec Resolve(WorkloadSpec workload)
    {
        if (workload.Kind is not (WorkloadKind.Web or WorkloadKind.Worker))
            return workload;

        var autoscale = layers.One(AttributeKind.Autoscale, workload.Name);
        var queueScale = layers.One(AttributeKind.QueueScale, workload.Name);
        if (autoscale.IsDeclared && queueScale.IsDeclared)
            queueScale.Report(RuleCatalogue.DeclaredTwice, null, $"the workload \"{workload.Name}\" is scaled by [Autoscale] as well, and the two would undo each other. Limit each with Workload, or remove one.");

        return workload with { Autoscale = Autoscale(autoscale, workload), QueueScale = QueueScaleResolver.Resolve(queueScale, workload) };
    }

    /// <summary>The bounds of a scaler. Unwritten ones give way to the written one.</summary>
    public static (int Min, int Max) Bounds(MergedDeclaration declared, int lowest, int fallback)
    {
        var min = declared.Number("Min", lowest, MostPods, RuleCatalogue.WrongScale, $"Min is a count of pods, from {lowest} to {MostPods}.");
        var max = declared.Number("Max", 1, MostPods, RuleCatalogue.WrongScale, $"Max is a count of pods, from 1 to {MostPods}.");
        if (ScalerBounds.IsReversed(min, max))
            declared.Report(RuleCatalogue.WrongScale, "Min", $"{min} pods at least and {max} at most leave no number. Raise Max or lower Min.");

        var resolvedMin = min ?? Math.Min(fallback, max ?? fallback);
        return (resolvedMin, max ?? Math.Max(DefaultMax, resolvedMin));
    }

    private static AutoscaleSpec? Autoscale(MergedDeclaration declared, WorkloadSpec workload)
    {
        if (!declared.IsDeclared)
            return null;

        // Load never leaves fewer pods than the workload has without an autoscaler: that many are there for availability, not for load.
        var (min, max) = Bounds(declared, lowest: 1, fallback: Math.Max(1, workload.Replicas));
        var resources = workload.Resources;
        var cpu = Percent(declared, "Cpu", resources.Cpu, resources.CpuLimit);
        var memory = Percent(declared, "Memory", resources.Memory, resources.MemoryLimit);
        return new AutoscaleSpec(min, max, cpu ?? (memory is null ? DefaultCpu : null), memory);
    }

    private static int? Percent(MergedDeclaration declared, string argument, Quantity request, Quantity? limit)
    {
        var percent = declared.Number(argument, 1, 1000, RuleCatalogue.WrongScale, "Write the percentage of the request to aim at, from 1 to 1000; 80 is usual.");
        if (percent is { } value && ScalerBounds.IsOutOfReach(request, value, limit))
            declared.Report(RuleCatalogue.WrongScale, argument, $"{value}% of the {request.Text} requested is above the limit of {limit!.Text}, so no pod ever gets there. Lower {argument}, or raise the limit.");
        return percent;
    }
}
