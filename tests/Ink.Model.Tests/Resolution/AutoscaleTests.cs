using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class AutoscaleTests
{
    private static readonly Project Production = new Project().In("production");

    [Fact]
    public void Nothing_is_scaled_unless_declared()
    {
        var web = new Project().Spec().Web!;

        Assert.Null(web.Autoscale);
        Assert.False(web.IsScaled);
        Assert.Equal((1, 1), (web.MinReplicas, web.MaxReplicas));
    }

    [Fact]
    public void Between_the_pods_it_has_anyway_and_ten_at_80_percent_CPU()
    {
        Assert.Equal(new AutoscaleSpec(1, 10, 80, null), new Project().Spec(Autoscale()).Web!.Autoscale);
        Assert.Equal(new AutoscaleSpec(2, 10, 80, null), Production.Spec(Autoscale()).Web!.Autoscale);
        Assert.Equal(new AutoscaleSpec(1, 10, 80, null), Production.Workload("emails", Worker("emails"), Autoscale()).Autoscale);
        Assert.Equal(new AutoscaleSpec(4, 10, 80, null), new Project().Spec(Web(("Replicas", 4)), Autoscale()).Web!.Autoscale);
        Assert.Equal(new AutoscaleSpec(1, 10, 80, null), new Project().Spec(Web(("Replicas", 0)), Autoscale()).Web!.Autoscale);
    }

    [Fact]
    public void What_is_written_is_taken_over() =>
        Assert.Equal(new AutoscaleSpec(3, 12, 70, 90), new Project().Spec(Autoscale(("Min", 3), ("Max", 12), ("Cpu", 70), ("Memory", 90))).Web!.Autoscale);

    [Fact]
    public void CPU_does_not_count_where_only_memory_is_written() =>
        Assert.Equal(new AutoscaleSpec(1, 10, null, 75), new Project().Spec(Autoscale(("Memory", 75))).Web!.Autoscale);

    [Fact]
    public void An_unwritten_bound_gives_way_to_the_written_one()
    {
        Assert.Equal(new AutoscaleSpec(1, 1, 80, null), Production.Spec(Autoscale(("Max", 1))).Web!.Autoscale);
        Assert.Equal(new AutoscaleSpec(20, 20, 80, null), Production.Spec(Autoscale(("Min", 20))).Web!.Autoscale);
    }

    [Fact]
    public void Environment_and_workload_override_argument_by_argument()
    {
        var emails = Production.Workload(
            "emails", Worker("emails"), Autoscale(("Min", 2), ("Max", 4), ("Cpu", 60)), Autoscale(("Max", 8)).In("production"), Autoscale(("Cpu", 50)).For("emails"));

        Assert.Equal(new AutoscaleSpec(2, 8, 50, null), emails.Autoscale);
    }

    [Fact]
    public void A_scaler_for_one_workload_leaves_the_others_alone() =>
        Assert.Null(new Project().Spec(Web(), Worker("emails"), Autoscale().For("emails")).Web!.Autoscale);

    [Theory]
    [InlineData("Min", 0, "from 1 to 10000")]
    [InlineData("Min", 10_001, "from 1 to 10000")]
    [InlineData("Max", 0, "from 1 to 10000")]
    [InlineData("Max", -1, "from 1 to 10000")]
    [InlineData("Cpu", 0, "from 1 to 1000")]
    [InlineData("Memory", 1001, "from 1 to 1000")]
    public void Counts_and_percentages_have_bounds(string argument, int value, string says)
    {
        var autoscale = Autoscale((argument, value));

        new Project().Finding(autoscale).Blames(RuleCatalogue.WrongScale, autoscale, argument, $"[Autoscale] {argument}: {value} is not valid", says);
    }

    [Fact]
    public void More_at_least_than_at_most_is_an_error()
    {
        var autoscale = Autoscale(("Min", 5), ("Max", 2));

        new Project().Finding(autoscale).Blames(RuleCatalogue.WrongScale, autoscale, "Min", "5 pods at least and 2 at most", "Raise Max or lower Min");
    }

    [Fact]
    public void That_it_is_too_little_may_come_from_an_override()
    {
        var override1 = Autoscale(("Max", 2)).In("production");

        Assert.Equal(RuleCatalogue.WrongScale, Production.Finding(Autoscale(("Min", 5), ("Max", 9)), override1).Rule);
        Assert.NotNull(new Project().Spec(Autoscale(("Min", 5), ("Max", 9)), override1));
    }

    [Fact]
    public void A_percentage_that_the_limit_never_lets_a_pod_reach_is_an_error()
    {
        var autoscale = Autoscale(("Memory", 150));

        new Project().Finding(Resources(("Memory", "100Mi"), ("MemoryLimit", "120Mi")), autoscale).Blames(
            RuleCatalogue.WrongScale, autoscale, "Memory", "150% of the 100Mi requested is above the limit of 120Mi", "Lower Memory, or raise the limit");
        Assert.NotNull(new Project().Spec(Resources(("Memory", "100Mi"), ("MemoryLimit", "150Mi")), autoscale));
        Assert.NotNull(new Project().Spec(Autoscale(("Cpu", 300))));
    }
}
