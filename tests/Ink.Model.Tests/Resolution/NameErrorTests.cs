using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class NameErrorTests
{
    private static readonly string TooLong = new('a', 64);

    public static TheoryData<string, string> BadNames => new()
    {
        { "../../etc", "\"etc\" would do" },
        { "a;rm -rf", "\"a-rm-rf\" would do" },
        { "$(id)", "\"id\" would do" },
        { "Checkout", "\"checkout\" would do" },
        { "check\nout", "\"check-out\" would do" },
        { "日本", "Choose another" },
        { TooLong, "It has 64; shorten it" },
    };

    [Theory]
    [MemberData(nameof(BadNames))]
    public void An_app_needs_a_label_for_a_name(string name, string remedy)
    {
        var app = App(name);

        new Project().Finding(app).Blames(RuleCatalogue.InvalidName, app, "Name", $"[App] Name: \"{name}\" is not a DNS-1123 label", remedy);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_name_from_the_command_line_blames_the_property(string name, string remedy)
    {
        var project = new Project { CommandLine = { ["InkAppName"] = name } };

        project.Finding(App("checkout")).Blames(RuleCatalogue.InvalidName, null, null, $"InkAppName: \"{name}\" is not a DNS-1123 label", remedy);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_namespace_needs_a_label_for_a_name(string name, string remedy)
    {
        var app = Attribute("App", ("Namespace", name));

        new Project().Finding(app).Blames(RuleCatalogue.InvalidName, app, "Namespace", $"[App] Namespace: \"{name}\" is not a DNS-1123 label", remedy);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_workload_needs_a_label_for_a_name(string name, string remedy)
    {
        var (web, worker) = (Web(("Name", name)), Worker(name));

        new Project().Finding(web).Blames(RuleCatalogue.InvalidName, web, "Name", $"[Web] Name: the workload's name \"{name}\" is not a DNS-1123 label", remedy);
        new Project().Finding(worker).Blames(RuleCatalogue.InvalidName, worker, "Name", $"[Worker(\"{name}\")]: the workload's name \"{name}\" is not a DNS-1123 label", remedy);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public void An_environment_needs_a_label_for_a_name(string name, string remedy) =>
        Assert.Contains(
            new Project().In(name).Resolve().Findings,
            finding => finding.Rule == RuleCatalogue.InvalidName && finding.Message.StartsWith($"InkEnvironments: \"{name}\"", StringComparison.Ordinal) && finding.Message.Contains(remedy, StringComparison.Ordinal));

    [Theory]
    [InlineData("日本")]
    [InlineData("")]
    [InlineData("A.Very.Long.Assembly.Name.That.Goes.On.And.On.And.On.And.On.And.On")]
    public void An_assembly_whose_name_makes_no_label_asks_for_one(string assembly)
    {
        var project = new Project { Assembly = assembly };

        project.Finding().Blames(RuleCatalogue.InvalidName, null, null, $"\"{assembly}\"", "Set InkAppName", "[assembly: App(\"name\")]");
    }

    [Fact]
    public void An_app_with_a_web_workload_begins_with_a_letter()
    {
        var app = App("3d-shop");

        new Project().Finding(app).Blames(RuleCatalogue.InvalidName, app, "Name", "\"3d-shop\" names a Service", "Begin the app's name with one");
        Assert.Equal("3d-shop", Project.Worker.Spec(app).Name);
    }

    [Fact]
    public void The_name_and_the_environment_fit_into_one_label_together()
    {
        var (fits, app) = (App(new string('a', 59)), App(new string('a', 60)));

        Assert.NotNull(new Project().Spec(fits));
        new Project().Finding(app).Blames(RuleCatalogue.InvalidName, app, "Name", "the Argo CD Application, has 64 characters; 63 are allowed", "Shorten the app's name");
    }

    [Fact]
    public void The_name_and_the_workload_fit_into_one_label_together()
    {
        var (fits, worker) = (Worker(new string('w', 54)), Worker(new string('w', 55)));

        Assert.NotNull(new Project().Spec(fits));
        new Project().Finding(worker).Blames(RuleCatalogue.InvalidName, worker, "Name", "has 64 characters; 63 are allowed", "Shorten");
    }

    [Fact]
    public void The_name_and_the_worker_that_nobody_declared_fit_into_one_label_together()
    {
        var fits = Project.Worker with { Assembly = new string('a', 56) };

        Assert.NotNull(fits.Spec());
        (fits with { Assembly = new string('a', 57) }).Finding().Blames(
            RuleCatalogue.InvalidName, null, null, "InkAppName: ", "has 64 characters; 63 are allowed", "Shorten the app's name");
    }
}
