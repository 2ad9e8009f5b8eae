using System.Text.Json.Nodes;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class YamlTests
{
    /// <summary>Texts that some YAML reader would take for something else, or lose a part of.</summary>
    private static readonly string[] Traps =
    [
        "", " ", "no", "No", "NO", "yes", "on", "off", "y", "n", "Y", "N", "true", "False", "null", "Null", "~", "=", "<<", "-", "?", "|", ">",
        "1", "-1", "+1", "1.5", "1e3", "1E+3", "12e4567", "0755", "0o17", "0x1F", "0b11", "1_000", "12:30:45", "1:20", ".inf", "-.INF", ".nan", ".5", "5.",
        "2024-01-01", "2026-01-02", "2026-01-02T03:04:05Z", "2026-01-02 03:04:05", "1a2b3c4d", "123456789012", "0.0.0.0", "10.0.0.1:80",
        " leading", "trailing ", "\tx", "x\t", "a\tb", "- x", "-x", "? x", "a: b", "a:", ":a", "a:b", "#x", "a #b", "a#b", "*x", "&x", "!x", "%x", "@x", "`x`",
        "[x]", "{x}", "a,b", "a[0]", "{{x}}", "'x'", "\"x\"", "it's", "a\\b", "C:\\x", "[{\"HTTPS\":443}]", "---", "...", "--- x", "a --- b",
        "line\nline", "line\nline\n", "line\n\nline\n", "line\nline\n\n", "\nline", " line\nline", "line \nline", "line\n line\n", "line\n\tline", "\n", "\n\n",
        "a\r\nb\r\n", "a\rb", "a\u0085b", "a\u2028b", "a\u2029b", "\ufeffa", "a\ufeffb", "a\u0007b", "a\u001bb", "a\u007fb", "a\u00a0b", "é", "日本語", "🛒", "a 🛒 b",
        "👩‍🚀\n🛒\n", "\u200ba", "$(HOME)", "key: |\n  x\n", "- a\n- b\n", "# c\nx: y\n", "%YAML 1.2\n", "end\n---\n",
    ];

    public static TheoryData<string> AllTraps => [.. Traps];

    [Theory]
    [MemberData(nameof(AllTraps))]
    public void A_trap_is_read_back_as_itself(string text)
    {
        var yaml = ManifestYaml.Write(MapOf(text));
        var map = YamlJson.Parse(yaml);
        Assert.Equal(text, (string?)map["data"]!["value"]);
        Assert.Equal(text, (string?)map["metadata"]!["annotations"]!["trap"]);
    }

    [SkippableFact]
    public void Kubectl_reads_every_trap_as_itself()
    {
        Kubectl.SkipIfAbsent();
        AssertHolds(ManyTraps, Kubectl.ToJson(ManifestYaml.Write(DeploymentOf(ManyTraps))));
    }

    [Fact]
    public void Emoji_and_letters_are_not_escaped() =>
        Assert.Contains("value: |-\n    🛒 für 日本\n", ManifestYaml.Write(MapOf("🛒 für 日本")), StringComparison.Ordinal);

    [Fact]
    public void Lines_are_shown_as_lines() =>
        Assert.Contains("  value: |\n    first\n\n    second: x\n", ManifestYaml.Write(MapOf("first\n\nsecond: x\n")), StringComparison.Ordinal);

    [Fact]
    public void Long_texts_stay_on_one_line()
    {
        var text = string.Join(' ', Enumerable.Repeat("word: #", 2000));
        Assert.Contains($"value: \"{text}\"\n", ManifestYaml.Write(MapOf(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("registry.example.com:5000/shop/checkout:1a2b3c@sha256:abc")]
    [InlineData("arn:aws:iam::123456789012:role/checkout")]
    [InlineData("https://git.example.com/gitops.git?x=1&y=2#frag")]
    [InlineData("256Mi")]
    [InlineData("Takes carts, and turns them into orders")]
    public void What_is_safe_stands_without_quotes(string text) =>
        Assert.Contains($"value: {text}\n", ManifestYaml.Write(MapOf(text)), StringComparison.Ordinal);

    [Fact]
    public void Keys_are_quoted_like_values()
    {
        var map = MapOf("x");
        map.Data = new Dictionary<string, string> { ["no"] = "a", ["1e3"] = "b", ["name"] = "c", ["a b"] = "d" };
        Assert.Contains("data:\n  \"1e3\": b\n  a b: d\n  name: c\n  \"no\": a\n", ManifestYaml.Write(map), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_maps_that_say_something_stay_and_others_go()
    {
        var pod = new V1Pod
        {
            ApiVersion = "v1",
            Kind = "Pod",
            Metadata = new V1ObjectMeta { Name = "x", Labels = new Dictionary<string, string>() },
            Spec = new V1PodSpec { Containers = [], Volumes = [new V1Volume { Name = "v", EmptyDir = new V1EmptyDirVolumeSource() }] },
            Status = new V1PodStatus(),
        };

        Assert.Equal(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  volumes:\n  - name: v\n    emptyDir: {}\n",
            ManifestYaml.Write(pod));
    }

    // A very long text with spaces is what a writer folds.
    internal static string[] ManyTraps => [.. Traps, string.Join(' ', Enumerable.Repeat("word", 5000)), new string('x', 50_000)];

    private static V1Deployment DeploymentOf(string[] texts)
    {
        var deployment = Apps.Minimal().The<V1Deployment>();
        deployment.Spec.Template.Spec.Containers[0].Env = [.. texts.Select((text, i) => new V1EnvVar { Name = $"V{i}", Value = text })];
        deployment.Metadata.Annotations = texts.Index().ToDictionary(pair => Key(pair.Index), pair => pair.Item);
        return deployment;
    }

    private static void AssertHolds(string[] texts, string json)
    {
        var deployment = JsonNode.Parse(json)!;
        var env = deployment["spec"]!["template"]!["spec"]!["containers"]![0]!["env"]!.AsArray();
        Assert.Equal(texts, env.Select(variable => (string?)variable!["value"]));
        Assert.Equal(texts, texts.Select((_, i) => (string?)deployment["metadata"]!["annotations"]![Key(i)]));
    }

    private static string Key(int index) => $"trap.example.com/a{index}";

    private static V1ConfigMap MapOf(string text) => new()
    {
        ApiVersion = "v1",
        Kind = "ConfigMap",
        Metadata = new V1ObjectMeta { Name = "x", Annotations = new Dictionary<string, string> { ["trap"] = text } },
        Data = new Dictionary<string, string> { ["value"] = text },
    };
}
