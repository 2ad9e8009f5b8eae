using System.Text.Json.Nodes;
using Ink.Manifests.Policy;
using Ink.Model.Rules;
using Ink.Tasks.Policy;

namespace Ink.Tasks.Tests.Policy;

/// <summary>The report as SARIF 2.1.0.</summary>
public sealed class SarifLogTests
{
    private static readonly PolicyFinding Root = new(
        RuleCatalogue.RootUser, RuleSeverity.Error, "a b/web.yaml", 12, "Deployment", "shop", "shops", "spec.template.spec.containers[0]", "It runs as root. Write runAsNonRoot: true.", null);

    [Fact]
    public void A_result_has_its_rule_level_place_and_message()
    {
        var run = Run(Root, Root with { Rule = RuleCatalogue.StorageLimit, Severity = RuleSeverity.Info, File = "é.yaml", Line = 1 });

        Assert.Equal("Ink", (string?)run["tool"]!["driver"]!["name"]);
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.Equal(["INK1004", "INK2001"], rules.Select(rule => (string?)rule!["id"]));
        Assert.All(rules, rule => Assert.EndsWith($"/docs/rules/{(string?)rule!["id"]}.md", (string?)rule["helpUri"], StringComparison.Ordinal));
        Assert.Equal(["note", "error"], rules.Select(rule => (string?)rule!["defaultConfiguration"]!["level"]));
        Assert.Equal("Runs as root", (string?)rules[1]!["shortDescription"]!["text"]);

        var result = run["results"]![0]!;
        Assert.Equal(("INK2001", 1, "error"), ((string?)result["ruleId"], (int)result["ruleIndex"]!, (string?)result["level"]));
        Assert.Equal("It runs as root. Write runAsNonRoot: true.", (string?)result["message"]!["text"]);
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(("k8s/a%20b/web.yaml", 12), ((string?)place["artifactLocation"]!["uri"], (int)place["region"]!["startLine"]!));
        Assert.Equal("shops/Deployment/shop/spec.template.spec.containers[0]", (string?)result["locations"]![0]!["logicalLocations"]![0]!["fullyQualifiedName"]);
        Assert.Empty(result["suppressions"]!.AsArray());
        Assert.Equal(("note", "k8s/%C3%A9.yaml"), ((string?)run["results"]![1]!["level"], (string?)run["results"]![1]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]));
    }

    [Fact]
    public void What_is_accepted_is_there_with_the_reason()
    {
        var suppression = Assert.Single(Run(Root with { Suppression = "until the base image is mended" })["results"]![0]!["suppressions"]!.AsArray());
        Assert.Equal(("inSource", "until the base image is mended"), ((string?)suppression!["kind"], (string?)suppression["justification"]));
    }

    [Fact]
    public void Without_findings_it_is_a_run_without_results()
    {
        var run = Run();
        Assert.Empty(run["results"]!.AsArray());
        Assert.Empty(run["tool"]!["driver"]!["rules"]!.AsArray());
    }

    [Fact]
    public void A_file_that_cannot_be_read_has_a_place_but_no_object()
    {
        var location = Run(Root with { Rule = RuleCatalogue.UnreadableManifest, Kind = "", Name = "", Path = "" })["results"]![0]!["locations"]![0]!;
        Assert.NotNull(location["physicalLocation"]);
        Assert.Null(location["logicalLocations"]);
    }

    private static JsonNode Run(params PolicyFinding[] findings)
    {
        var text = SarifLog.Write(new PolicyReport(findings), entry => $"k8s/{entry.Finding.File}");
        Assert.DoesNotContain('\r', text);
        var log = JsonNode.Parse(text)!;
        Assert.Equal("2.1.0", (string?)log["version"]);
        Assert.EndsWith("sarif-2.1.0.json", (string?)log["$schema"], StringComparison.Ordinal);
        return Assert.Single(log["runs"]!.AsArray())!;
    }
}
