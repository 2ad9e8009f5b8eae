using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Metadata;

/// <summary>
/// Makes an object a hook, which Argo CD runs anew with every sync and leaves out when it looks for differences ("Sync Phases and Waves"
/// and "Resource Hooks" in its documentation).
/// </summary>
internal static class SyncHook
{
    private const string HookKey = "argocd.argoproj.io/hook";
    private const string DeletePolicyKey = "argocd.argoproj.io/hook-delete-policy";

    // A Job cannot be changed, so the last one has to go first; until then its log can be read.
    private const string BeforeHookCreation = "BeforeHookCreation";

    /// <summary>The wave of a job that runs at that time; a job after the deploy has a phase of its own, where waves do not matter.</summary>
    public static SyncWave WaveOf(JobTime time) => time == JobTime.AfterDeploy ? SyncWave.Workloads : SyncWave.BeforeWorkloads;

    /// <summary>
    /// Marks the object. Before the deploy it is a hook of the sync itself, in a wave between configuration and workloads: hooks before the
    /// sync would run without either. After the deploy is the phase that begins when all is healthy.
    /// </summary>
    public static void Mark(V1ObjectMeta metadata, JobTime time)
    {
        metadata.Annotate(HookKey, time == JobTime.AfterDeploy ? "PostSync" : "Sync");
        metadata.Annotate(DeletePolicyKey, BeforeHookCreation);
    }
}
