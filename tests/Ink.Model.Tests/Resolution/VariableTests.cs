using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class VariableTests
{
    [Fact]
    public void Ink_says_the_role_the_environment_and_the_port() =>
        Assert.Equal(["ASPNETCORE_HTTP_PORTS=8080", "INK_ENVIRONMENT=dev", "INK_ROLE=web"], Of(new Project(), "web"));

    [Fact]
    public void An_app_without_ASP_NET_Core_gets_no_port() =>
        Assert.Equal(["INK_ENVIRONMENT=dev", "INK_ROLE=worker"], Of(Project.Worker, "worker"));

    [Fact]
    public void Every_role_of_an_ASP_NET_Core_app_listens_on_the_port_of_web() =>
        Assert.Contains("ASPNETCORE_HTTP_PORTS=5000", Of(new Project(), "emails", Web(("Port", 5000)), Worker("emails")));

    [Fact]
    public void The_app_listens_on_the_port_of_the_probes_as_well() =>
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080;9000", Of(new Project(), "web", Health(("Port", 9000))));

    [Fact]
    public void The_ports_can_be_written_by_hand() =>
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080;8081", Of(new Project(), "web", Variable("ASPNETCORE_HTTP_PORTS", "8080;8081")));

    [Fact]
    public void Come_in_the_order_of_their_names() =>
        Assert.Equal(["A=1", "INK_ENVIRONMENT=dev", "INK_ROLE=worker", "Z=2", "a=3"], Of(Project.Worker, "worker", Variable("a", "3"), Variable("Z", "2"), Variable("A", "1")));

    [Theory]
    [InlineData("INK_ROLE")]
    [InlineData("INK_ENVIRONMENT")]
    public void What_Ink_sets_itself_cannot_be_set(string name)
    {
        var variable = Variable(name, "x");

        new Project().Finding(variable).Blames(RuleCatalogue.DuplicateName, variable, "Name", name, "Take another name");
    }

    [Theory]
    [InlineData("1X")]
    [InlineData("A B")]
    [InlineData("A=B")]
    [InlineData("Logging:LogLevel")]
    public void A_name_that_no_container_takes_is_an_error(string name)
    {
        var variable = Variable(name, "x");

        new Project().Finding(variable).Blames(RuleCatalogue.InvalidName, variable, "Name", $"\"{name}\" cannot name an environment variable", "\"__\"");
    }

    [Fact]
    public void A_message_never_shows_the_value()
    {
        var findings = new Project().Resolve(Variable("A B", "hunter2"), Variable("INK_ROLE", "hunter2"), Variable("X", "hunter2"), Variable("X", "hunter2 {no}").In("dev")).Findings;

        Assert.Equal(3, findings.Count);
        Assert.All(findings, finding => Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Of(Project project, string workload, params IEnumerable<Declaration> declarations) =>
        project.Workload(workload, declarations).Variables.Select(variable => $"{variable.Name}={variable.Value}");
}
