using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>
/// Every way to change what a rule weighs, in real builds: the compiler and InkCheck go by it alike. INK1009 (one replica in production) is
/// told by both, at the attribute and at the manifest; INK2010 (a NodePort that an overlay adds) by InkCheck alone.
/// </summary>
public sealed class SeverityScenario(SeverityWorkspace shop, ITestOutputHelper output) : Scenario(output), IClassFixture<SeverityWorkspace>
{
    private const string AtManifest = "deployment-shop.yaml: Deployment/shop: INK1009";

    private static readonly (string, string)[] NodePort =
    [
        ("ink/kustomization.yaml", "resources:\n- service.yaml\n"),
        ("ink/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: extra, namespace: shop }\nspec:\n  type: NodePort\n  selector: { app.kubernetes.io/name: shop }\n  ports: [{ port: 80 }]\n"),
    ];

    [Fact]
    public async Task A_warning_is_told_at_the_attribute_and_at_the_manifest()
    {
        await shop.Write(replicas: 1);

        var result = (await Check()).Succeeded().Says(AtManifest);
        Assert.True(IsAtAttribute(result, "warning INK1009"));
    }

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);INK1009</NoWarn>", "", "")]
    [InlineData("", ".editorconfig", "[*.cs]\ndotnet_diagnostic.INK1009.severity = none\n")]
    [InlineData("", ".globalconfig", "is_global = true\ndotnet_diagnostic.INK1009.severity = none\n")]
    [InlineData("", ".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.category-Ink.severity = none\n")]
    [InlineData("", "GlobalSuppressions.cs", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Ink\", \"INK1009\", Justification = \"One licence.\")]\n")]
    [InlineData("", "Accepted.cs", "[assembly: Ink.Suppress(\"INK1009\", \"One licence.\", Environment = \"production\")]\n")]
    [InlineData("<InkPolicy>None</InkPolicy>", "", "")]
    public async Task What_is_taken_back_is_told_by_neither(string properties, string file, string content)
    {
        await shop.Write(replicas: 1, properties, files: [(file, content)]);

        (await Check()).Succeeded().NeverSays("INK1009").Says("checked for dev, staging, production");
    }

    [Fact]
    public async Task A_pragma_around_the_attribute_takes_back_what_is_said_of_its_manifest()
    {
        await shop.Write(replicas: 1, beforeWeb: "#pragma warning disable INK1009 // one licence");

        (await Check()).Succeeded().NeverSays("INK1009");
    }

    [Fact]
    public async Task A_suppression_that_has_ended_is_told_by_both_with_its_end()
    {
        await shop.Write(replicas: 1, files: [("Accepted.cs", "[assembly: Ink.Suppress(\"INK1009\", \"One licence.\", Until = \"2020-01-01\")]\n")]);

        var result = (await Check()).Succeeded().Says(AtManifest);
        Assert.True(IsAtAttribute(result, "warning INK1009"));
        Assert.All(result.Lines.Where(line => line.Contains("INK1009", StringComparison.Ordinal)), line => Assert.Contains("It was suppressed until 2020-01-01.", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<WarningsAsErrors>$(WarningsAsErrors);INK1009;INK2010</WarningsAsErrors>", "", "")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", "")]
    [InlineData("", ".editorconfig", "[*.cs]\ndotnet_diagnostic.INK1009.severity = error\ndotnet_diagnostic.INK2010.severity = error\n")]
    [InlineData("<InkPolicy>Strict</InkPolicy>", "", "")]
    public async Task What_is_raised_is_an_error_of_the_compiler_and_of_InkCheck(string properties, string file, string content)
    {
        await shop.Write(replicas: 1, properties, files: [(file, content)]);
        Assert.True(IsAtAttribute((await shop.Build(Transcript)).Failed("INK1009"), "error INK1009"));

        await shop.Write(replicas: 2, properties, files: [(file, content), .. NodePort]);
        (await Check()).Failed("INK4001").Says("error INK2010").NeverSays("warning INK2010");
    }

    [Fact]
    public async Task An_error_that_is_lowered_is_told_and_lets_the_app_be_rendered()
    {
        await shop.Write(replicas: 2, resources: "Cpu = \"2\", CpuLimit = \"1\"", files: [(".editorconfig", "[*.cs]\ndotnet_diagnostic.INK0004.severity = warning\n")]);

        (await shop.Build(Transcript, "InkRender")).Succeeded().Says("warning INK0004").NeverSays("error INK0004").Says("Ink: shop rendered for dev");
    }

    private static bool IsAtAttribute(CommandResult result, string what) => result.Lines.Any(line =>
        line.Contains("Program.cs(", StringComparison.Ordinal) && line.Contains(what, StringComparison.Ordinal));

    private Task<CommandResult> Check() => shop.Build(Transcript, "InkCheck");
}
