using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Storage;

/// <summary>Claims to storage that survives pods.</summary>
internal static class ClaimBuilder
{
    /// <summary>The claims that are objects of their own: those of workloads, and those that workloads share.</summary>
    public static IEnumerable<V1PersistentVolumeClaim> Build(AppSpec app)
    {
        foreach (var claim in app.SharedClaims)
            yield return Build(app, claim, Labels.Of(app));
        foreach (var workload in app.Workloads.OrderBy(workload => workload.Name, StringComparer.Ordinal))
        {
            foreach (var volume in workload.Volumes.Where(volume => volume.Claim is { Owner: ClaimOwner.Workload }))
                yield return Build(app, volume.Claim!, Labels.Of(app, workload));
        }
    }

    /// <summary>What a StatefulSet makes the claims of its pods from, which it labels with its selector by itself.</summary>
    public static V1PersistentVolumeClaim Template(ClaimSpec claim) => new()
    {
        // The API server fills these in, and a list has no half-written items: left out, they would differ for ever (argo-cd#11143).
        ApiVersion = "v1",
        Kind = "PersistentVolumeClaim",
        // A template can never be changed: it holds nothing that may, no team, no label of the user's.
        Metadata = new V1ObjectMeta { Name = claim.Name },
        Spec = Spec(claim),
    };

    private static V1PersistentVolumeClaim Build(AppSpec app, ClaimSpec claim, Dictionary<string, string> labels)
    {
        var users = app.Workloads.Where(workload => workload.Volumes.Any(volume => volume.Claim == claim)).ToList();
        var wave = WaveOf(users);
        var metadata = ObjectMetadata.Create(app, claim.Name, labels, wave);
        // An attribute that is removed, a workload that is renamed, an Application that is deleted: none of them may take the data along. What
        // has been left behind is no difference that somebody has to clear away at once.
        metadata.Annotate(SyncOption.Key, SyncOption.Keep);
        metadata.Annotate(SyncOption.CompareKey, SyncOption.IgnoreExtraneous);
        // Nothing is wrong with a claim that waits for the first run of a cron job.
        if (wave == SyncWave.Traffic)
            metadata.Annotate(SyncOption.IgnoreHealthKey, "true");

        return new V1PersistentVolumeClaim { ApiVersion = "v1", Kind = "PersistentVolumeClaim", Metadata = metadata, Spec = Spec(claim) };
    }

    // Most classes bind a claim when a pod first uses it, and Argo CD begins with a wave when all claims of the waves before are bound: in a
    // wave of their own, the claim would wait for the pod and the pod for the claim (argo-cd#12840). So it goes with the first pod that uses
    // it, and last where no pod comes with the deploy.
    private static SyncWave WaveOf(List<WorkloadSpec> users)
    {
        if (users.Exists(user => user is { Kind: WorkloadKind.Job, RunsAfterDeploy: false }))
            return SyncWave.BeforeWorkloads;
        return users.Exists(user => !user.RunsToCompletion && user.MaxReplicas > 0) ? SyncWave.Workloads : SyncWave.Traffic;
    }

    private static V1PersistentVolumeClaimSpec Spec(ClaimSpec claim) => new()
    {
        AccessModes = [claim.AccessMode.ToString()],
        Resources = new V1VolumeResourceRequirements { Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = new(claim.Size.Text) } },
        StorageClassName = claim.StorageClass,
        VolumeMode = "Filesystem",
    };
}
