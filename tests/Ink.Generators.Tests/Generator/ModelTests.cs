using System.Globalization;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Generator;

public sealed class ModelTests
{
    [Fact]
    public void Holds_only_the_arguments_that_were_written()
    {
        var declared = Run("[assembly: Ink.Web(Port = 8080)]").Declared("Web");

        Assert.Equal("""{"attribute":"Web","arguments":{"Port":8080}}""", declared.GetRawText());
    }

    [Fact]
    public void Holds_environment_and_workload_beside_the_arguments()
    {
        var declared = Run("""[assembly: Ink.Resources(Workload = "web", Memory = "1Gi", Environment = "production", Cpu = "1")]""").Declared("Resources");

        Assert.Equal(
            """{"attribute":"Resources","environment":"production","workload":"web","arguments":{"Cpu":"1","Memory":"1Gi"}}""",
            declared.GetRawText());
    }

    [Fact]
    public void Names_positional_arguments_after_their_parameters()
    {
        var declared = Run("""[assembly: Ink.EnvironmentVariable(value: "a", name: "B")]""").Declared("EnvironmentVariable");

        Assert.Equal("""{"Name":"B","Value":"a"}""", declared.GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void Writes_enum_members_flags_and_lists()
    {
        var run = Run(
            """
            [assembly: Ink.Ingress("a.example.com", Tls = false, PathType = Ink.PathType.ImplementationSpecific)]
            [assembly: Ink.Web(Command = new[] { "dotnet", "app.dll" }, Args = new string[0])]
            """);

        Assert.Equal("""{"Host":"a.example.com","PathType":"ImplementationSpecific","Tls":false}""", run.Declared("Ingress").GetProperty("arguments").GetRawText());
        Assert.Equal("""{"Args":[],"Command":["dotnet","app.dll"]}""", run.Declared("Web").GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void Writes_a_type_argument_with_its_full_name()
    {
        var run = TestProject.Web("""[assembly: Ink.Worker<Shop.OrderWorker>("orders")] return;""", Sources.OrderWorker).Generate().AssertClean();

        Assert.Equal("""{"Name":"orders","Type":"global::Shop.OrderWorker"}""", run.Declared("Worker").GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void Holds_a_sidecar_with_its_image_or_as_an_override()
    {
        var declared = Run(
            """
            [assembly: Ink.Sidecar("cache", "redis:7", Port = 6379, Args = new[] { "--save", "" })]
            [assembly: Ink.Sidecar("cache", Memory = "1Gi", Workload = "web", Environment = "production")]
            """).AllDeclared("Sidecar").Select(declaration => declaration.GetRawText());

        Assert.Equal(
            [
                """{"attribute":"Sidecar","arguments":{"Args":["--save",""],"Image":"redis:7","Name":"cache","Port":6379}}""",
                """{"attribute":"Sidecar","environment":"production","workload":"web","arguments":{"Memory":"1Gi","Name":"cache"}}""",
            ],
            declared);
    }

    [Fact]
    public void Tells_the_name_of_a_cron_job_from_its_schedule()
    {
        var run = Run(
            """
            [assembly: Ink.CronJob("@daily", Concurrency = Ink.Concurrency.Allow)]
            [assembly: Ink.CronJob("report", "0 3 * * *", Environment = "production")]
            [assembly: Ink.Job("migrate", When = Ink.JobTime.AfterDeploy)]
            """);

        Assert.Equal(
            [
                """{"attribute":"CronJob","arguments":{"Concurrency":"Allow","Schedule":"@daily"}}""",
                """{"attribute":"CronJob","environment":"production","arguments":{"Name":"report","Schedule":"0 3 * * *"}}""",
            ],
            run.AllDeclared("CronJob").Select(declared => declared.GetRawText()));
        Assert.Equal("""{"Name":"migrate","When":"AfterDeploy"}""", run.Declared("Job").GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void Writes_volumes_and_config_files()
    {
        var run = Run(
            """
            [assembly: Ink.Volume("/data", Size = "10Gi", AccessMode = Ink.AccessMode.ReadWriteMany)]
            [assembly: Ink.ConfigFile("config/{environment}.json", MountPath = "/etc/shop/")]
            """);

        Assert.Equal("""{"AccessMode":"ReadWriteMany","MountPath":"/data","Size":"10Gi"}""", run.Declared("Volume").GetProperty("arguments").GetRawText());
        Assert.Equal("""{"MountPath":"/etc/shop/","Path":"config/{environment}.json"}""", run.Declared("ConfigFile").GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void Reads_values_of_constants_and_concatenations()
    {
        var declared = Run(
            """
            [assembly: Ink.App(Names.Prefix + "-" + nameof(Names.checkout))]
            """,
            """internal static class Names { public const string Prefix = "shop"; public const int checkout = 1; }""").Declared("App");

        Assert.Equal("shop-checkout", declared.GetProperty("arguments").GetProperty("Name").GetString());
    }

    [Fact]
    public void Reads_attributes_through_aliases_and_from_every_file()
    {
        var run = Run(
            """
            using W = Ink.WebAttribute;
            [assembly: W(Port = 1)]
            """,
            """[assembly: Ink.SecretAttribute("A")]""");

        Assert.Equal(1, run.Declared("Web").GetProperty("arguments").GetProperty("Port").GetInt32());
        Assert.Equal("A", run.Declared("Secret").GetProperty("arguments").GetProperty("Name").GetString());
    }

    [Fact]
    public void Says_what_the_app_is_and_whether_it_maps_health()
    {
        var web = TestProject.Web("WebApplication.CreateBuilder(args).AddInk().Build().MapInk();").Generate().AssertClean().Model();
        var worker = TestProject.Worker(Sources.Empty).Generate().AssertClean().Model();

        Assert.True(web.GetProperty("aspNetCore").GetBoolean());
        Assert.True(web.GetProperty("mapsHealth").GetBoolean());
        Assert.Equal("Shop.Checkout", web.GetProperty("assembly").GetString());
        Assert.False(worker.GetProperty("aspNetCore").GetBoolean());
        Assert.False(worker.GetProperty("mapsHealth").GetBoolean());
    }

    [Theory]
    [InlineData("app?.MapInk();", true)]
    [InlineData("InkEndpointExtensions.MapInk(app!);", true)]
    [InlineData("// app.MapInk();", false)]
    [InlineData("_ = \"app.MapInk();\";", false)]
    [InlineData("_ = nameof(InkEndpointExtensions.MapInk);", false)]
    public void Finds_a_call_of_MapInk(string statement, bool isFound)
    {
        var run = TestProject.Web($"WebApplication? app = args.Length > 0 ? null : WebApplication.CreateBuilder(args).Build();\n{statement}\n_ = app;").Generate().AssertClean();

        Assert.Equal(isFound, run.Model().GetProperty("mapsHealth").GetBoolean());
    }

    [Fact]
    public void Carries_any_text()
    {
        const string text = "quote \" backslash \\ brace { percent % tab \t newline \n return \r null \0 astral \U0001F680 separator \u2028 lone \uD800 end";
        var literal = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

        var declared = Run($"[assembly: Ink.EnvironmentVariable(\"A\", {literal})]").Declared("EnvironmentVariable");

        // Half a surrogate pair has no UTF-8, so the compiler itself stores another character in its place.
        Assert.Equal(text.Replace("\uD800", "\uFFFD", StringComparison.Ordinal), declared.GetProperty("arguments").GetProperty("Value").GetString());
    }

    [Fact]
    public void Carries_a_huge_text()
    {
        var text = new string('x', 2_000_000);

        var declared = Run($"[assembly: Ink.EnvironmentVariable(\"A\", \"{text}\")]").Declared("EnvironmentVariable");

        Assert.Equal(text, declared.GetProperty("arguments").GetProperty("Value").GetString());
    }

    [Fact]
    public void Does_not_depend_on_order_culture_or_line_endings()
    {
        var source = Sources.Program.Replace("Replicas = 3", "Replicas = -3", StringComparison.Ordinal);
        var expected = TestProject.Web(source, Sources.OrderWorker).Generate();
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Made here, since a machine need not have any culture but the invariant one.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "minus ";
            CultureInfo.CurrentCulture = culture;

            var actual = TestProject.Web(Shuffled(source), Sources.OrderWorker).Generate().AssertClean();

            Assert.All(expected.Files, file => Assert.Equal(expected.Text(file), actual.Text(file)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Shuffled(string source)
    {
        var lines = source.Split('\n');
        var attributes = lines.Where(line => line.StartsWith("[assembly", StringComparison.Ordinal)).Reverse();
        var rest = lines.Where(line => !line.StartsWith("[assembly", StringComparison.Ordinal) && !line.StartsWith("using", StringComparison.Ordinal));
        return string.Join("\r\n", attributes.Concat(rest).Prepend("using Ink;"));
    }

    private static GeneratorRun Run(string attributes, string more = "") =>
        TestProject.Web($"{attributes}\nreturn;", more).Generate().AssertClean();
}
