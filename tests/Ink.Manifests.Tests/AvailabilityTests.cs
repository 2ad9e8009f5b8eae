using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class AvailabilityTests
{
    [Theory]
    [InlineData(null, "1", "  maxUnavailable: 1\n")]
    [InlineData(null, "25%", "  maxUnavailable: 25%\n")]
    [InlineData("2", null, "  minAvailable: 2\n")]
    [InlineData("50%", null, "  minAvailable: 50%\n")]
    public void A_budget_is_a_number_or_a_percentage_of_pods(string? min, string? max, string expected)
    {
        var budget = With(new AvailabilitySpec(min, max, Spread: true, null)).The<V1PodDisruptionBudget>();
        var yaml = ManifestYaml.Write(budget);

        Assert.Contains(expected, yaml, StringComparison.Ordinal);
        Assert.DoesNotContain(min is null ? "minAvailable" : "maxUnavailable", yaml, StringComparison.Ordinal);
        Assert.Equal("AlwaysAllow", budget.Spec.UnhealthyPodEvictionPolicy);
    }

    [Fact]
    public void Pods_are_not_spread_where_that_is_declared()
    {
        Assert.Null(With(AvailabilitySpec.Default with { Spread = false }).Pod().TopologySpreadConstraints);
        Assert.Equal(2, With(AvailabilitySpec.Default).Pod().TopologySpreadConstraints.Count);
    }

    [Fact]
    public void A_pod_has_the_priority_and_the_time_that_are_declared()
    {
        var app = OperatedApps.Web(web => web with { GraceSeconds = 90, Availability = AvailabilitySpec.Default with { PriorityClass = "critical" } });

        Assert.Equal(("critical", 90), (app.Pod().PriorityClassName, app.Pod().TerminationGracePeriodSeconds));
        Assert.Null(Apps.Minimal().Pod().PriorityClassName);
    }

    private static AppSpec With(AvailabilitySpec availability) => OperatedApps.Web(web => web with { Replicas = 4, Availability = availability });
}
