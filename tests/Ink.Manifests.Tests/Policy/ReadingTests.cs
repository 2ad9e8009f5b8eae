using Ink.Manifests.Output;
using Ink.Manifests.Policy;
using Ink.Manifests.Policy.Reading;

namespace Ink.Manifests.Tests.Policy;

/// <summary>How manifests are read: whatever it is, it is read or told, and never throws.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void A_finding_is_at_the_line_of_the_field_or_of_what_should_hold_it()
    {
        var findings = Judged.Release("""
            apiVersion: v1
            kind: Pod
            metadata:
              name: p
            spec:
              hostPID: true
              containers:
              - name: web
                image: nginx
                securityContext:
                  privileged: true
            """);
        Assert.Equal(6, findings.Single(finding => finding.Rule.Id == "INK2004").Line);
        Assert.Equal(11, findings.Single(finding => finding.Path.EndsWith(".privileged", StringComparison.Ordinal) && finding.Rule.Id == "INK2002").Line);
        Assert.Equal(9, findings.Single(finding => finding.Rule.Id == "INK2007").Line);
        // There are no resources: the container is where they belong.
        Assert.Equal(8, findings.Single(finding => finding.Rule.Id == "INK1001").Line);
    }

    [Fact]
    public void Documents_lists_and_JSON_give_the_same_objects()
    {
        const string One = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {k: v}\n";
        const string Two = "apiVersion: v1\nkind: Secret\nmetadata: {name: b}\nstringData: {k: v}\n";
        string[] names = ["a", "b"];
        Assert.Equal(names, Names($"---\n{One}---\n# nothing\n---\n{Two}---\n"));
        Assert.Equal(names, Names("apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: a}, data: {k: dg==}}\n- {apiVersion: v1, kind: Secret, metadata: {name: b}, data: {k: dg==}}\n"));
        Assert.Equal(names, Names("apiVersion: v1\nkind: SecretList\nitems:\n- {metadata: {name: a}, data: {k: dg==}}\n- {metadata: {name: b}, data: {k: dg==}}\n"));
        Assert.Equal(names, Names("{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"List\",\n\t\"items\": [\n\t\t{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"a\"}, \"data\": {\"k\": \"dg==\"}},\n\t\t{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"metadata\": {\"name\": \"b\"}, \"data\": {\"k\": \"dg==\"}}\n\t]\n}\n", "all.json"));

        static IEnumerable<string> Names(string text, string file = "all.yaml") =>
            Judged.Folder((file, text)).Where(finding => finding.Rule.Id == "INK3008").Select(finding => finding.Name);
    }

    [Fact]
    public void Anchors_aliases_and_merge_keys_are_followed()
    {
        var node = Read("a: &x {k: 1, l: 2}\nb: *x\nc:\n  <<: *x\n  k: 3\n");
        Assert.Equal("2", node["b"]["l"].Text);
        Assert.Equal("3", node["c"]["k"].Text);
        Assert.Equal("2", node["c"]["l"].Text);
    }

    [Fact]
    public void Of_a_key_that_stands_twice_the_last_counts() => Assert.Equal("2", Read("a: 1\na: 2\n")["a"].Text);

    [Fact]
    public void Null_is_as_if_it_were_not_there()
    {
        var node = Read("a: null\nb: ~\nc:\nd: 'null'\ne: {}\n");
        Assert.False(node["a"].Exists || node["b"].Exists || node["c"].Exists || node["z"].Exists);
        Assert.Equal("null", node["d"].Text);
        Assert.True(node["e"].Exists);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("Yes", true)]
    [InlineData("on", true)]
    [InlineData("False", false)]
    [InlineData("no", false)]
    [InlineData("1", null)]
    [InlineData("{}", null)]
    public void Switches_are_read_as_YAML_has_them(string text, bool? expected) => Assert.Equal(expected, Read($"a: {text}\n")["a"].Flag);

    [Theory]
    [InlineData("a: [1, 2\n")]
    [InlineData("a: b: c\n")]
    [InlineData("{{ if .Values.x }}\na: 1\n{{ end }}\n")]
    [InlineData("a: *nothing\n")]
    [InlineData("a: &a [*a]\n")]
    [InlineData("a: \"\\q\"\n")]
    [InlineData("a: 'never ends\n")]
    [InlineData("%YAML 9.9\n---\na\n")]
    public void What_is_no_YAML_is_INK1016_of_the_file_and_the_others_are_judged(string text)
    {
        var findings = Judged.Folder(("broken.yaml", text), ("fine.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {k: v}\n"));
        Assert.Equal(["INK1016", "INK3008"], findings.Select(finding => finding.Rule.Id));
        Assert.StartsWith("broken.yaml: INK1016: ", findings[0].ToString(), StringComparison.Ordinal);
        Assert.True(findings[0].Line >= 1);
    }

    [Fact]
    public void A_template_is_told_as_that() => Assert.Contains("helm template", Assert.Single(Judged.Folder(("t.yaml", "{{- if .Values.on }}\na: 1\n{{- end }}\n"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Texts_that_grow_without_bound_or_depth_are_refused_quickly()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.Equal(["INK1016"], Judged.Folder(("bomb.yaml", bomb)).Select(finding => finding.Rule.Id));
        Assert.Equal(["INK1016"], Judged.Folder(("deep.yaml", new string('[', 50_000))).Select(finding => finding.Rule.Id));
    }

    [Theory]
    [InlineData("values.yaml", "replicas: 1\n")]
    [InlineData("package.json", "{ // comment\n }")]
    [InlineData("notes.txt", "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {k: v}\n")]
    [InlineData("unknown.yaml", "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {anything: [goes, {here: 1}]}\n")]
    [InlineData("list.yaml", "- 1\n- 2\n")]
    [InlineData("text.yaml", "just a text\n")]
    public void What_is_no_object_or_of_an_unknown_kind_is_tolerated(string file, string text) => Assert.Empty(Judged.Folder((file, text)));

    [Theory]
    [InlineData("spec.containers[0].image", new[] { "spec", "containers", "0", "image" })]
    [InlineData("metadata.annotations['a.b/c'].x", new[] { "metadata", "annotations", "a.b/c", "x" })]
    [InlineData("data['x", new[] { "data" })]
    [InlineData("", new string[0])]
    public void Paths_are_taken_apart(string path, string[] steps) =>
        Assert.Equal(steps, ManifestPath.Steps(path).Select(step => step.Index?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? step.Key));

    private static ManifestNode Read(string yaml) => NodeReader.Read(yaml).Single();
}
