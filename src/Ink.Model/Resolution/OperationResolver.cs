using Ink.Model.Specs;

namespace Ink.Model.Resolution;

/// <summary>Adds to workloads how they are run: scaled, kept available, labelled, scraped, guarded.</summary>
internal sealed class OperationResolver(DeclarationLayers layers)
{
    private readonly ScaleResolver _scale = new(layers);
    private readonly AvailabilityResolver _availability = new(layers);
    private readonly MetadataResolver _metadata = new(layers);
    private readonly PeerResolver _peers = new(layers);

    public IEnumerable<WorkloadSpec> Complete(IReadOnlyList<WorkloadSpec> workloads)
    {
        var metrics = new MetricsResolver(layers).Resolve(workloads);
        return workloads.Select((workload, i) => Complete(workload) with { Metrics = metrics[i] }).ToList();
    }

    private WorkloadSpec Complete(WorkloadSpec workload)
    {
        // How many pods there can be decides what a budget means.
        var scaled = _scale.Resolve(workload);
        return _availability.Resolve(scaled) with
        {
            Labels = _metadata.Labels(workload.Name),
            Annotations = _metadata.Annotations(workload.Name),
            AllowFrom = _peers.From(workload),
            AllowTo = _peers.To(workload),
        };
    }
}
