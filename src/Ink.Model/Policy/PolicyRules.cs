using Ink.Model.Policy.Facts;
using Ink.Model.Policy.Judgements;

namespace Ink.Model.Policy;

/// <summary>
/// Every judgement that the analyzer and the policy share. Whether and how a breach is reported is decided elsewhere, by the severity
/// of its rule.
/// </summary>
public static class PolicyRules
{
    /// <summary>What is wrong with a workload and its pods.</summary>
    public static IEnumerable<Breach> Judge(WorkloadFacts workload, PolicyContext context) =>
    [
        .. DuplicateNames.Judge(workload),
        .. ExceededLimit.Judge(workload),
        .. MissingRequests.Judge(workload),
        .. MemoryLimit.Judge(workload),
        .. CpuLimit.Judge(workload),
        .. StorageLimit.Judge(workload),
        .. ReadinessProbe.Judge(workload),
        .. EqualProbes.Judge(workload),
        .. ProbePort.Judge(workload),
        .. SingleReplica.Judge(workload, context),
        .. UnsafeCron.Judge(workload),
        .. ShutdownTime.Judge(workload),
        .. RootUser.Judge(workload),
        .. Privileges.Judge(workload),
        .. CapabilityList.Judge(workload),
        .. HostAccess.Judge(workload),
        .. WritableRoot.Judge(workload),
        .. UnpinnedImage.Judge(workload),
        .. MountedToken.Judge(workload),
        .. PrivilegedPort.Judge(workload),
    ];

    /// <summary>What is wrong with an Ingress.</summary>
    public static IEnumerable<Breach> Judge(IngressFacts ingress) => IngressTls.Judge(ingress);

    /// <summary>What is wrong with a Service.</summary>
    public static IEnumerable<Breach> Judge(ServiceFacts service) => ExposedService.Judge(service);

    /// <summary>What is wrong with a HorizontalPodAutoscaler or a ScaledObject.</summary>
    public static IEnumerable<Breach> Judge(ScalerFacts scaler) => ScalerBounds.Judge(scaler);

    /// <summary>What is wrong with a PodDisruptionBudget.</summary>
    public static IEnumerable<Breach> Judge(BudgetFacts budget) => BlockedEviction.Judge(budget);
}
