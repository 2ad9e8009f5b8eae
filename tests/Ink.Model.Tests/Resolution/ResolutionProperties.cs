using System.Globalization;
using CsCheck;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using Ink.Model.Values;

namespace Ink.Model.Tests.Resolution;

/// <summary>What holds for every model, plausible or not.</summary>
public class ResolutionProperties
{
    private const int Cases = 10_000;

    [Fact]
    public void Every_finding_has_a_rule_of_the_catalogue_and_a_message_that_names_its_attribute_or_property() =>
        Gen.Select(RandomModels.Projects, RandomModels.Declarations).Sample(
            (project, declarations) => Assert.All(project.Resolve(declarations).Findings, finding =>
            {
                Assert.Contains(finding.Rule, RuleCatalogue.All);
                if (finding.Declaration is { } declaration)
                {
                    Assert.Contains(declarations, other => ReferenceEquals(other, declaration));
                    Assert.StartsWith($"[{declaration.Attribute}", finding.Message, StringComparison.Ordinal);
                }
                else
                {
                    Assert.Null(finding.Argument);
                    Assert.StartsWith("Ink", finding.Message, StringComparison.Ordinal);
                }
            }),
            iter: Cases);

    [Fact]
    public void There_is_a_spec_exactly_where_no_finding_is_an_error() =>
        Gen.Select(RandomModels.Projects, RandomModels.Declarations).Sample((project, declarations) =>
        {
            var resolved = project.Resolve(declarations);
            return resolved.Spec is null == resolved.Findings.Any(finding => finding.Rule.Severity == RuleSeverity.Error);
        }, iter: Cases);

    [Fact]
    public void The_order_of_attributes_does_not_matter() =>
        Gen.Select(RandomModels.Projects, RandomModels.Declarations)
            .SelectMany((project, declarations) => Gen.Select(Gen.Const(project), Gen.Const(declarations), Gen.Shuffle(declarations)))
            .Sample((project, declarations, shuffled) => project.Resolve(declarations) == project.Resolve(shuffled), iter: Cases);

    [Fact]
    public void The_culture_does_not_matter() =>
        Gen.Select(RandomModels.Projects, RandomModels.Declarations).Sample((project, declarations) =>
            project.Resolve(declarations) == InTurkish(() => project.Resolve(declarations)), iter: Cases);

    [Fact]
    public void Sound_declarations_in_any_combination_are_only_ever_duplicates_or_miss_the_web_workload() =>
        RandomModels.ValidDeclarations.Sample(declarations =>
            new Project().Resolve(declarations).Findings.All(finding =>
                finding.Rule == RuleCatalogue.DeclaredTwice || finding.Rule == RuleCatalogue.MissingReference || finding.Rule == RuleCatalogue.NoEffect), iter: Cases);

    [Fact]
    public void What_resolves_can_be_rendered() =>
        Gen.Select(RandomModels.Projects.Select(project => project with { KnowsAllMetadata = true }), Gen.OneOf<Declaration[]>(RandomModels.Declarations, RandomModels.ValidDeclarations))
            .Sample((project, declarations) => project.Resolve(declarations).Spec is not { } spec || IsSound(spec), iter: Cases);

    private static bool IsSound(AppSpec spec) =>
        KubernetesName.IsLabel(spec.Name)
        && KubernetesName.IsLabel(spec.Namespace)
        && spec.Workloads.Count > 0
        && spec.Workloads.Select(workload => workload.Name).Distinct().Count() == spec.Workloads.Count
        && spec.Workloads.Select(workload => workload.ObjectName).Distinct().Count() == spec.Workloads.Count
        && spec.Workloads.All(IsSound)
        && spec.Secrets.Select(secret => secret.Key).Distinct().Count() == spec.Secrets.Count
        && spec.Ingresses.Select(ingress => (ingress.Host, ingress.Path)).Distinct().Count() == spec.Ingresses.Count
        && spec.Ingresses.All(ingress => KubernetesName.IsHost(ingress.Host) && ingress.Path.StartsWith('/'))
        && (spec.Ingresses.Count == 0 || spec.Web is not null)
        && spec.Routes.Select(route => (route.Host, route.Path)).Distinct().Count() == spec.Routes.Count
        && spec.Routes.All(route => KubernetesName.IsHost(route.Host) && route.Path.StartsWith('/') && KubernetesName.IsSubdomain(route.Gateway))
        && (spec.Routes.Count == 0 || spec.Web is not null)
        && spec.Labels.All(IsSoundLabel);

    private static bool IsSound(WorkloadSpec workload) =>
        KubernetesName.IsLabel(workload.Name)
        && KubernetesName.IsLabel(workload.ObjectName)
        && workload.Replicas >= 0
        && workload.RunsToCompletion == workload.Job is not null
        && (workload.Job is not { } job || IsSound(workload, job))
        && workload.Port is null or (>= 1 and <= 65535)
        && workload.MinReplicas >= 0
        && workload.MinReplicas <= workload.MaxReplicas
        && workload.Autoscale is null or ({ Min: >= 1 } and ({ Cpu: not null } or { Memory: not null }))
        && !(workload.Autoscale is not null && workload.QueueScale is not null)
        && workload.Availability is { MinAvailable: null } != workload.Availability is { MaxUnavailable: null }
        && workload.GraceSeconds > workload.DrainSeconds
        && workload.Metrics is null or { Port: >= 1 and <= 65535 }
        && workload.Labels.All(IsSoundLabel)
        && workload.AllowFrom.All(peer => peer.Port is not null || workload.Port is not null)
        && workload.AllowFrom.Concat(workload.AllowTo).All(peer => peer.Cidr is null ? peer.App is null || KubernetesName.IsLabel(peer.App) : Cidr.IsValid(peer.Cidr))
        && workload.Resources.Memory <= workload.Resources.MemoryLimit
        && (workload.Resources.CpuLimit is null || workload.Resources.Cpu <= workload.Resources.CpuLimit)
        && workload.Sidecars.All(sidecar => IsSound(sidecar) && sidecar.Name != workload.Name)
        && workload.Sidecars.Select(sidecar => sidecar.Name).Distinct().Count() == workload.Sidecars.Count
        && IsDistinct([workload.Port, workload.Health?.Port == workload.Port ? null : workload.Health?.Port, .. workload.Sidecars.Select(sidecar => sidecar.Port)])
        && workload.Variables.All(variable => KubernetesName.IsVariable(variable.Name))
        && !workload.Variables.Select(variable => variable.Name)
            .Intersect(workload.Secrets.Where(secret => secret.File is null).Select(secret => secret.Name))
            .Any();

    private static bool IsSound(WorkloadSpec workload, JobSpec job) =>
        workload is { Port: null, Health: null, Replicas: 1, DrainSeconds: 0 }
        && job is { Retries: >= 0, DeadlineSeconds: null or > 0 }
        && workload.Kind == WorkloadKind.CronJob == job.Cron is not null
        && (job.Cron is not { } cron || (workload.ObjectName.Length <= 52 && CronSchedule.Problem(cron.Schedule) is null && (cron.TimeZone is null || TimeZoneName.IsValid(cron.TimeZone))));

    private static bool IsSound(SidecarSpec sidecar) =>
        KubernetesName.IsLabel(sidecar.Name)
        && ImageGrammar.IsReference(sidecar.Image)
        && sidecar.Port is null or (>= 1 and <= 65535)
        && !(sidecar.IsInit && sidecar.Port is not null)
        && sidecar.Resources.Memory <= sidecar.Resources.MemoryLimit;

    private static bool IsDistinct(IEnumerable<int?> ports) => ports.OfType<int>().GroupBy(port => port).All(group => group.Count() == 1);

    private static bool IsSoundLabel(MetadataSpec label) => KubernetesName.IsQualifiedName(label.Key) && KubernetesName.IsLabelValue(label.Value);

    private static ResolvedApp InTurkish(Func<ResolvedApp> resolve)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            return resolve();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
