using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class HealthErrorTests
{
    [Theory]
    [InlineData("PeriodSeconds", 0)]
    [InlineData("PeriodSeconds", 3601)]
    [InlineData("TimeoutSeconds", -1)]
    [InlineData("FailureThreshold", 0)]
    public void Seconds_and_counts_have_bounds(string argument, int value)
    {
        var health = Health((argument, value));

        new Project().Finding(health).Blames(RuleCatalogue.InvalidDuration, health, argument, $"[Health] {argument}: {value} is not valid", "Write");
    }

    [Theory]
    [InlineData("Ready", "/a b")]
    [InlineData("Live", "/a\n")]
    [InlineData("Startup", "\t/a")]
    public void A_path_has_no_white_space(string argument, string path)
    {
        var health = Health((argument, path));

        new Project().Finding(health).Blames(RuleCatalogue.EmptyArgument, health, argument, "is not a path", "/health/ready");
    }

    [Fact]
    public void A_path_may_have_a_query() => Assert.Equal("/ok?full=1", new Project().Spec(Health(("Ready", "/ok?full=1"))).Web!.Health!.Ready);
}
