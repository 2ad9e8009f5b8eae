using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;

namespace Ink.Model.Resolution;

/// <summary>Adds to workloads what they mount beside secrets: volumes and config files.</summary>
internal sealed class StorageResolver(DeclarationLayers layers, ResolutionContext context)
{
    private readonly VolumeResolver _volumes = new(layers, context);
    private readonly ConfigFileResolver _files = new(layers, context);

    public IEnumerable<WorkloadSpec> Complete(string app, IEnumerable<WorkloadSpec> workloads)
    {
        var complete = workloads.Select(workload => Complete(app, workload)).ToList();
        CheckClaims(complete);
        CheckBinding(complete);
        CheckServices(complete);
        return complete;
    }

    private WorkloadSpec Complete(string app, WorkloadSpec workload)
    {
        var mounts = new MountChecks(workload.Secrets);
        return workload with
        {
            Volumes = _volumes.Resolve(app, workload, mounts),
            ConfigFiles = _files.Resolve(workload.Name, mounts),
        };
    }

    // The claim of the worker "data" at /x and that of the web workload at /data/x would both be called shop-data-x. A hash in one of them
    // would depend on the other, and the name of a claim must never change: it is where the data is.
    private void CheckClaims(List<WorkloadSpec> workloads)
    {
        var taken = new Dictionary<string, (WorkloadSpec Workload, VolumeSpec Volume)>(StringComparer.Ordinal);
        foreach (var workload in workloads)
        {
            foreach (var volume in workload.Volumes.Where(volume => volume.Claim is { Owner: not ClaimOwner.Pod }))
            {
                var name = volume.Claim!.Name;
                if (!taken.TryGetValue(name, out var other))
                    taken[name] = (workload, volume);
                else if (other.Volume != volume || volume.Claim.Owner != ClaimOwner.App)
                    Declared(workload, volume)?.Report(RuleCatalogue.DuplicateName, VolumeResolver.MountPath, $"the claim \"{name}\" is that of {other.Volume.MountPath} of the workload \"{other.Workload.Name}\" already. Mount one of the two elsewhere.");
            }
        }
    }

    // Argo CD begins with what comes after a sync when every claim is bound, and most classes bind a claim when a pod first uses it.
    private void CheckBinding(List<WorkloadSpec> workloads)
    {
        var uses = workloads.SelectMany(workload => workload.Volumes, (workload, volume) => (Workload: workload, Volume: volume))
            .Where(use => use.Volume.Claim is { Owner: not ClaimOwner.Pod })
            .GroupBy(use => use.Volume.Claim!.Name);
        foreach (var claim in uses.Where(claim => claim.All(use => use.Workload.RunsAfterDeploy)))
        {
            var (workload, volume) = claim.First();
            Declared(workload, volume)?.Report(RuleCatalogue.EmptyArgument, VolumeResolver.Size, $"the job \"{workload.Name}\" runs when all else is healthy, a claim that it alone has included, and that claim waits for the job. Limit the volume with Workload to those that keep their data, or share it by AccessMode.ReadWriteMany without Workload.");
        }
    }

    private void CheckServices(List<WorkloadSpec> workloads)
    {
        foreach (var workload in workloads.Where(workload => workload.IsStateful))
        {
            var volume = workload.Volumes.First(volume => volume.Claim is { Owner: ClaimOwner.Pod });
            if (workloads.Find(other => other.ObjectName == workload.HeadlessServiceName) is { } other)
                Declared(workload, volume)?.Report(RuleCatalogue.DuplicateName, VolumeResolver.Size, $"the workload \"{workload.Name}\" becomes a StatefulSet with it, whose Service \"{other.ObjectName}\" would be called like the workload \"{other.Name}\". Rename that workload.");
        }
    }

    private MergedDeclaration? Declared(WorkloadSpec workload, VolumeSpec volume) =>
        layers.Many(AttributeKind.Volume, workload.Name).FirstOrDefault(declared => VolumeResolver.PathOf(declared) == volume.MountPath);
}
