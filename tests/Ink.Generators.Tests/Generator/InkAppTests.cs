using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Generator;

public sealed class InkAppTests
{
    [Fact]
    public void Has_constants_for_all_that_code_and_manifests_share()
    {
        var code = TestProject.Web(Sources.Program, Sources.OrderWorker).Generate().AssertClean().Text("InkApp.g.cs");

        string[] expected =
        [
            "const string Name = \"checkout\";",
            "const string Emails = \"emails\";",
            "const string Migrate = \"migrate\";",
            "const string OrderWorker = \"order-worker\";",
            "const string Report = \"report\";",
            "const string Web = \"web\";",
            "const int Web = 9000;",
            "const int Health = 9001;",
            "const string LogLevel = \"LOG_LEVEL\";",
            "const string ConnectionStringsOrders = \"ConnectionStrings__Orders\";",
            "const string SigningKey = \"SIGNING_KEY\";",
        ];
        Assert.All(expected, line => Assert.Contains(line, code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null, "shop-checkout")]
    [InlineData("", "basket", "basket")]
    [InlineData("[assembly: Ink.App(\"cart\")]", "basket", "cart")]
    [InlineData("[assembly: Ink.App(\"cart\", Environment = \"production\")]", null, "shop-checkout")]
    public void Names_the_app_by_attribute_then_property_then_assembly(string attribute, string? property, string expected)
    {
        var project = TestProject.Web($"{attribute}\nreturn;");

        var code = (property is null ? project : project.With("InkAppName", property)).Generate().AssertClean().Text("InkApp.g.cs");

        Assert.Contains($"const string Name = \"{expected}\";", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_constant_for_what_is_declared_for_one_environment_only()
    {
        var code = Code("""[assembly: Ink.Secret("A", Environment = "production")] [assembly: Ink.Worker("audit", Environment = "production")] [assembly: Ink.Web]""");

        Assert.Contains("const string A = \"A\";", code, StringComparison.Ordinal);
        Assert.Contains("const string Audit = \"audit\";", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_ports_of_sidecars()
    {
        var code = Code(
            """
            [assembly: Ink.Web]
            [assembly: Ink.Sidecar("otel-collector", "collector:2", Port = 4317)]
            [assembly: Ink.Sidecar("otel-collector", Port = 4318, Environment = "production")]
            [assembly: Ink.Sidecar("fetch", "fetch:1", Init = true)]
            """);

        Assert.Contains("const int OtelCollector = 4317;", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Fetch", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_constants_while_another_argument_is_wrong()
    {
        var code = Code("""[assembly: Ink.Web(Port = 9000)] [assembly: Ink.Resources(Cpu = "lots")]""");

        Assert.Contains("const int Web = 9000;", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_names_that_collide_numbers_in_ordinal_order()
    {
        var code = Code("""[assembly: Ink.Secret("A_B")] [assembly: Ink.Secret("A-B")] [assembly: Ink.Secret("AB2")]""");

        Assert.Contains("const string AB = \"A-B\";", code, StringComparison.Ordinal);
        Assert.Contains("const string Ab2 = \"AB2\";", code, StringComparison.Ordinal);
        Assert.Contains("const string AB2 = \"A_B\";", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Equals", "Equals2")]
    [InlineData("GET_TYPE", "GetType2")]
    [InlineData("secrets", "Secrets2")]
    [InlineData("class", "Class")]
    [InlineData("_2FA", "_2fa")]
    [InlineData("a.b-c__D", "ABCD")]
    public void Makes_names_that_C_sharp_takes(string variable, string identifier) =>
        Assert.Contains($"const string {identifier} = \"{variable}\";", Code($"[assembly: Ink.Secret(\"{variable}\")]"), StringComparison.Ordinal);

    [Fact]
    public void Survives_names_that_are_no_names() =>
        Code(
            """
            [assembly: Ink.App("</summary> \u0001 \" */ \n x")]
            [assembly: Ink.Worker("</c>\r\n\u2028")]
            [assembly: Ink.Worker("")]
            [assembly: Ink.Worker("../../etc")]
            [assembly: Ink.Secret("a;rm -rf")]
            """);

    private static string Code(string attributes) => TestProject.Web($"{attributes}\nreturn;").Generate().AssertClean().Text("InkApp.g.cs");
}
