using CsCheck;
using Ink.Manifests.Policy;
using Ink.Manifests.Policy.Facts;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Tests.Properties;
using Ink.Model.Collections;
using Ink.Model.Policy;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Policy;

/// <summary>The editor judges a spec, the policy what is rendered of it: the two see the same facts, and so cannot disagree.</summary>
public sealed class ConsistencyTests
{
    private const int Cases = 300;

    private static readonly PolicyContext Strict = new(IsProduction: true, PolicyProfile.Strict);

    [Fact]
    public void The_facts_of_a_spec_are_those_of_what_is_rendered() => Sample(app =>
    {
        var rendered = Rendered(app);
        Assert.Equal(app.Workloads.Count, rendered.Count);
        Assert.All(app.Workloads, workload =>
        {
            var spec = SpecFacts.Of(workload);
            var manifest = rendered[workload.ObjectName];
            Assert.Equal((spec.MinReplicas, spec.IsScaled, spec.IsServed, spec.Cron), (manifest.MinReplicas, manifest.IsScaled, manifest.IsServed, manifest.Cron));
            Assert.Equal((spec.Pod.GraceSeconds, spec.Pod.MountsToken, spec.Pod.HostNetwork), (manifest.Pod.GraceSeconds, manifest.Pod.MountsToken, manifest.Pod.HostNetwork));

            Assert.Equal(spec.Pod.Containers.Count, manifest.Pod.Containers.Count);
            foreach (var (expected, actual) in spec.Pod.Containers.Zip(manifest.Pod.Containers))
                AssertSame(expected, actual);
        });
        Assert.Equal(
            SpecFacts.IngressesOf(app).SelectMany(PolicyRules.Judge).Count(),
            ManifestPolicy.Judge(SetOf(app), PolicyOptions.Of(PolicyProfile.Baseline)).PathsOf("INK2009").Count);
    });

    [Fact]
    public void What_the_policy_calls_an_error_the_editor_has_told_before() => Sample(app =>
    {
        var told = app.Workloads.SelectMany(workload => PolicyRules.Judge(SpecFacts.Of(workload), Strict))
            .Concat(SpecFacts.IngressesOf(app).SelectMany(PolicyRules.Judge))
            .Select(breach => breach.Rule.Id)
            // Told when the attributes are resolved, by the same predicates; a random spec was never resolved.
            .Concat(["INK1010", "INK1011"])
            .ToHashSet();
        var errors = ManifestPolicy.Judge(SetOf(app), PolicyOptions.Of(PolicyProfile.Strict, isProduction: true)).Where(finding => finding.Severity == RuleSeverity.Error);
        Assert.All(errors, error => Assert.True(told.Contains(error.Rule.Id), error.ToString()));
    });

    [Fact]
    public void What_Ink_chooses_by_itself_breaks_nothing_under_Strict()
    {
        foreach (var app in new[] { Apps.Minimal().WithWeb(web => web with { Replicas = 2 }), Apps.Rich() with { Workloads = WithDeadlines(Apps.Rich()) }, OperatedApps.Rich().WithWeb(web => web with { Health = Apps.HttpHealth }) })
        {
            var errors = ManifestPolicy.Judge(SetOf(app), PolicyOptions.Of(PolicyProfile.Strict, isProduction: true)).Where(finding => finding.Severity == RuleSeverity.Error);
            Assert.True(!errors.Any(), string.Join('\n', errors));
        }
    }

    private static EquatableArray<WorkloadSpec> WithDeadlines(AppSpec app) => app.Workloads
        .Select(workload => workload.Job is { } job ? workload with { Job = job with { DeadlineSeconds = job.DeadlineSeconds ?? 600 } } : workload)
        .ToEquatableArray();

    private static void Sample(Action<AppSpec> check) => Gen.OneOf(AppGen.App, AppGen.App.Operated(), AppGen.App.Operated().WithSidecars(), AppGen.App.Operated().Stored()).Sample(check, iter: Cases);

    private static ManifestSet SetOf(AppSpec app) => ManifestSet.OfRelease(app.Files());

    private static Dictionary<string, WorkloadFacts> Rendered(AppSpec app)
    {
        var set = SetOf(app);
        return set.Pods.Select(pod => WorkloadReader.Read(pod, set)).ToDictionary(workload => workload.Name);
    }

    private static void AssertSame(ContainerFacts expected, ContainerFacts actual)
    {
        Assert.Equal((expected.Name, expected.Kind, expected.Path, expected.PreStopSeconds), (actual.Name, actual.Kind, actual.Path, actual.PreStopSeconds));
        Assert.Equal(expected.Security, actual.Security);
        // The image of the app is built later, and its sidecars' ports are named when they are rendered.
        Assert.Equal(expected.Image ?? actual.Image, actual.Image);
        Assert.Equal(expected.Kind == ContainerKind.App, expected.Image is null);
        Assert.Equal(expected.Ports, actual.Ports.Select(port => expected.Kind == ContainerKind.App ? port : port with { Name = null }).ToEquatableArray());
        AssertProbe(expected.Readiness, actual.Readiness);
        AssertProbe(expected.Liveness, actual.Liveness);
        AssertProbe(expected.Startup, actual.Startup);
        Assert.Equal(Values(expected.Resources), Values(actual.Resources));
        Assert.Equal(
            expected.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal),
            actual.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal));
    }

    // Whether a port accepts connections is what is rendered where nobody chose a path; in the editor that counts as missing.
    private static void AssertProbe(ProbeFacts? spec, ProbeFacts? manifest)
    {
        if (spec is null)
            Assert.True(manifest?.Action.StartsWith("tcp on ", StringComparison.Ordinal) ?? true, manifest?.Action);
        else
            Assert.Equal(spec, manifest);
    }

    private static IEnumerable<decimal?> Values(ResourceFacts resources) =>
        new[] { resources.Cpu, resources.Memory, resources.CpuLimit, resources.MemoryLimit, resources.StorageLimit }.Select(quantity => quantity?.Value);
}
