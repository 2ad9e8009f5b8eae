using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class PortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    [InlineData(70000)]
    public void The_port_of_Web_lies_between_1_and_65535(int port)
    {
        var web = Web(("Port", port));

        new Project().Finding(web).Blames(RuleCatalogue.InvalidPort, web, "Port", $"[Web] Port: {port} is not valid", "between 1 and 65535", "8080");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70000)]
    public void The_port_of_Health_lies_between_1_and_65535(int port)
    {
        var health = Health(("Port", port)).In("dev");

        new Project().Finding(health).Blames(RuleCatalogue.InvalidPort, health, "Port", $"[Health] Port: {port} is not valid", "between 1 and 65535");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65535)]
    public void The_bounds_are_ports(int port) => Assert.Equal(port, new Project().Spec(Web(("Port", port))).Web!.Port);

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Replicas_have_bounds_as_well(int replicas)
    {
        var worker = Worker("emails", ("Replicas", replicas));

        new Project().Finding(worker).Blames(RuleCatalogue.InvalidQuantity, worker, "Replicas", $"[Worker(\"emails\")] Replicas: {replicas} is not valid", "from 0 to 10000");
    }
}
