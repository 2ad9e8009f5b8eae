using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class AvailabilityTests
{
    private static readonly Project Production = new Project().In("production");

    [Fact]
    public void One_pod_may_go_and_pods_are_spread_unless_written()
    {
        Assert.Equal(new AvailabilitySpec(null, "1", Spread: true, null), new Project().Spec().Web!.Availability);
        Assert.Equal(AvailabilitySpec.Default, new Project().Spec(Availability(("GraceSeconds", 60))).Web!.Availability);
    }

    [Fact]
    public void What_is_written_is_taken_over()
    {
        var web = Production.Spec(Availability(("MinAvailable", "50%"), ("Spread", false), ("GraceSeconds", 90), ("PriorityClass", "critical"))).Web!;

        Assert.Equal(new AvailabilitySpec("50%", null, Spread: false, "critical"), web.Availability);
        Assert.Equal(90, web.GraceSeconds);
    }

    [Fact]
    public void Of_two_layers_the_more_specific_decides_which_of_the_two_it_is()
    {
        var spec = Production.Spec(Availability(("MinAvailable", "1"), ("PriorityClass", "critical")), Availability(("MaxUnavailable", "25%")).In("production"));

        Assert.Equal(new AvailabilitySpec(null, "25%", Spread: true, "critical"), spec.Web!.Availability);
    }

    [Fact]
    public void It_can_be_limited_to_a_workload()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Availability(("Spread", false)).For("emails"));

        Assert.True(spec.Web!.Availability.Spread);
        Assert.False(spec.Workloads.Single(workload => workload.Name == "emails").Availability.Spread);
    }

    [Fact]
    public void Both_in_one_place_is_an_error()
    {
        var availability = Availability(("MinAvailable", "1"), ("MaxUnavailable", "1"));

        Production.Finding(availability).Blames(RuleCatalogue.InvalidDuration, availability, "MaxUnavailable", "MinAvailable is written as well", "Remove one");
    }

    [Theory]
    [InlineData("MinAvailable", "half")]
    [InlineData("MinAvailable", "101%")]
    [InlineData("MaxUnavailable", "-1")]
    [InlineData("MaxUnavailable", "1.5")]
    public void What_is_neither_a_number_nor_a_percentage_is_an_error(string argument, string value)
    {
        var availability = Availability((argument, value));

        new Project().Finding(availability).Blames(RuleCatalogue.InvalidDuration, availability, argument, $"[Availability] {argument}: \"{value}\" is neither", "\"25%\"");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0%")]
    public void A_budget_that_lets_no_pod_go_is_an_error(string value)
    {
        var availability = Availability(("MaxUnavailable", value));

        new Project().Finding(availability).Blames(RuleCatalogue.BlockedEviction, availability, "MaxUnavailable", $"\"{value}\" lets no pod go", "can ever be drained");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("100%")]
    [InlineData("51%")]
    public void So_is_one_that_keeps_all_pods(string value)
    {
        var availability = Availability(("MinAvailable", value));

        Production.Finding(availability).Blames(
            RuleCatalogue.BlockedEviction, availability, "MinAvailable", $"of the 2 pods of \"web\" \"{value}\" lets none go", "MaxUnavailable = \"1\"");
    }

    [Fact]
    public void A_percentage_that_keeps_all_is_an_error_even_of_one_pod() =>
        Assert.Equal(RuleCatalogue.BlockedEviction, new Project().Finding(Availability(("MinAvailable", "100%"))).Rule);

    [Fact]
    public void A_workload_that_never_has_two_pods_gets_no_budget_that_could_block() =>
        Assert.NotNull(new Project().Spec(Availability(("MinAvailable", "1"))));

    [Fact]
    public void An_autoscaled_workload_is_judged_by_the_fewest_pods_it_runs_with()
    {
        var availability = Availability(("MinAvailable", "2"));

        Assert.Equal(RuleCatalogue.BlockedEviction, new Project().Finding(Autoscale(("Min", 2)), availability).Rule);
        Assert.NotNull(new Project().Spec(Autoscale(("Min", 3)), availability));
    }

    [Fact]
    public void One_that_starts_from_a_single_pod_is_judged_by_the_most()
    {
        Assert.NotNull(new Project().Spec(Autoscale(("Min", 1), ("Max", 4)), Availability(("MinAvailable", "60%"))));
        Assert.Equal(RuleCatalogue.BlockedEviction, new Project().Finding(Autoscale(("Min", 1), ("Max", 4)), Availability(("MinAvailable", "4"))).Rule);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(86_401)]
    public void The_grace_period_must_exceed_the_drain_of_the_web_workload(int seconds)
    {
        var availability = Availability(("GraceSeconds", seconds));

        new Project().Finding(availability).Blames(
            RuleCatalogue.InvalidDuration, availability, "GraceSeconds", $"{seconds} is not valid", "from 6 to 86400", "serves on for 5 of them");
    }

    [Fact]
    public void A_worker_may_stop_at_once() =>
        Assert.Equal(1, new Project().Workload("emails", Worker("emails"), Availability(("GraceSeconds", 1))).GraceSeconds);

    [Fact]
    public void A_priority_class_is_a_name()
    {
        var availability = Availability(("PriorityClass", "Very High"));

        new Project().Finding(availability).Blames(RuleCatalogue.InvalidName, availability, "PriorityClass", "\"Very High\" cannot be the name of a PriorityClass");
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 1.5)]
    [InlineData(4, 2)]
    [InlineData(30, 28)]
    [InlineData(600, 598)]
    public void The_host_has_the_grace_period_to_stop_less_what_the_process_needs_to_end(int grace, double seconds)
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Availability(("GraceSeconds", grace)).For("emails"), Availability(("GraceSeconds", grace + 5)).For("web"));

        // The web workload goes on serving for five of them.
        Assert.All(spec.Workloads, workload => Assert.Equal(TimeSpan.FromSeconds(seconds), workload.ShutdownTimeout));
    }
}
