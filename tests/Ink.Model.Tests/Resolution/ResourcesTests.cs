using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class ResourcesTests
{
    [Fact]
    public void Are_100m_and_256Mi_where_nobody_chose_and_say_so()
    {
        var resources = new Project().Spec().Web!.Resources;

        Assert.Equal(("100m", "256Mi", "256Mi"), (resources.Cpu.Text, resources.Memory.Text, resources.MemoryLimit.Text));
        Assert.Null(resources.CpuLimit);
        Assert.Null(resources.EphemeralStorage);
        Assert.True(resources.IsFallback);
    }

    [Theory]
    [InlineData("1", "1Gi", false)]
    [InlineData("1", "", true)]
    [InlineData("", "1Gi", true)]
    public void Are_a_fallback_as_long_as_one_of_them_is(string cpu, string memory, bool isFallback)
    {
        var project = new Project { Properties = { ["InkDefaultCpu"] = cpu, ["InkDefaultMemory"] = memory } };

        Assert.Equal(isFallback, project.Spec().Web!.Resources.IsFallback);
    }

    [Fact]
    public void The_memory_limit_is_the_request_unless_written()
    {
        Assert.Equal("1Gi", Of(("Memory", "1Gi")).MemoryLimit.Text);
        Assert.Equal("2Gi", Of(("Memory", "1Gi"), ("MemoryLimit", "2Gi")).MemoryLimit.Text);
    }

    [Fact]
    public void A_limit_alone_says_what_is_requested_as_well()
    {
        Assert.Equal("128Mi", Of(("MemoryLimit", "128Mi")).Memory.Text);
        Assert.Equal("50m", Of(("CpuLimit", "50m")).Cpu.Text);
        Assert.Equal("100m", Of(("CpuLimit", "2")).Cpu.Text);
    }

    [Fact]
    public void Ephemeral_storage_is_taken_over() => Assert.Equal("2Gi", Of(("EphemeralStorage", "2Gi")).EphemeralStorage?.Text);

    [Theory]
    [InlineData("Cpu", "lots", "not a Kubernetes quantity", "250m")]
    [InlineData("Cpu", "-1", "not a Kubernetes quantity", "250m")]
    [InlineData("Cpu", "0", "no sensible amount of CPU", "250m")]
    [InlineData("Cpu", "500u", "no sensible amount of CPU", "250m")]
    [InlineData("Cpu", "256Mi", "no sensible amount of CPU", "250m")]
    [InlineData("CpuLimit", "2000", "no sensible amount of CPU", "250m")]
    [InlineData("Memory", "256MB", "not a Kubernetes quantity", "256Mi")]
    [InlineData("Memory", "256m", "\"m\" is a thousandth", "Write \"256Mi\"")]
    [InlineData("Memory", "256", "less than one mebibyte", "Write for example \"256Mi\"")]
    [InlineData("Memory", "0", "less than one mebibyte", "Write for example \"256Mi\"")]
    [InlineData("MemoryLimit", "100Ki", "less than one mebibyte", "Write for example \"256Mi\"")]
    [InlineData("EphemeralStorage", "1k", "less than one mebibyte", "Write for example \"256Mi\"")]
    public void An_amount_that_makes_no_sense_is_an_error(string argument, string value, string reason, string remedy)
    {
        var resources = Resources((argument, value));

        new Project().Finding(resources).Blames(RuleCatalogue.InvalidQuantity, resources, argument, $"[Resources] {argument}: \"{value}\"", reason, remedy);
    }

    [Theory]
    [InlineData("InkDefaultCpu", "lots")]
    [InlineData("InkDefaultCpu", "256Mi")]
    [InlineData("InkDefaultMemory", "1GB")]
    [InlineData("InkDefaultMemory", "256m")]
    public void A_default_that_makes_no_sense_blames_the_property(string property, string value)
    {
        var project = new Project { Properties = { [property] = value } };

        project.Finding(Web(), Worker("emails")).Blames(RuleCatalogue.InvalidQuantity, null, null, $"{property}: \"{value}\"", "Write");
    }

    [Theory]
    [InlineData("Cpu", "2", "1")]
    [InlineData("Memory", "1Gi", "1G")]
    public void A_request_above_the_limit_is_an_error(string argument, string request, string limit)
    {
        var resources = Resources((argument, request), ($"{argument}Limit", limit));

        new Project().Finding(resources).Blames(RuleCatalogue.RequestExceedsLimit, resources, argument, request, limit, $"Raise {argument}Limit or lower {argument}");
    }

    [Fact]
    public void A_request_raised_above_the_limit_of_a_wider_layer_blames_the_request()
    {
        var (plain, dev) = (Resources(("Memory", "512Mi"), ("MemoryLimit", "512Mi")), Resources(("Memory", "1Gi")).In("dev"));

        new Project().Finding(plain, dev).Blames(RuleCatalogue.RequestExceedsLimit, dev, "Memory");
    }

    [Fact]
    public void A_request_equal_to_the_limit_in_another_unit_is_fine() =>
        Assert.Equal("1000m", Of(("Cpu", "1000m"), ("CpuLimit", "1")).Cpu.Text);

    private static ResourcesSpec Of(params (string, object)[] named) => new Project().Spec(Resources(named)).Web!.Resources;
}
