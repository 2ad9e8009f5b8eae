using Ink.Manifests.Output;
using Ink.Manifests.Policy;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Tests.Policy;

/// <summary>The rules that the API server, or a person, would find by looking at one object.</summary>
public sealed class ObjectRuleTests
{
    [Theory]
    [InlineData("metadata:\n  name: shop\n  namespace: shops\n  labels", "metadata:\n  name: Shop_1\n  namespace: shops\n  labels", "metadata.name")]
    [InlineData("metadata:\n  name: shop\n  namespace: shops\n  labels", "metadata:\n  namespace: shops\n  labels", "metadata")]
    [InlineData("metadata:\n  name: shop\n  namespace: shops\n  labels", "metadata:\n  name: shop\n  namespace: shops.eu\n  labels", "metadata.namespace")]
    [InlineData("- name: web", "- name: Web", "spec.template.spec.containers[0].name")]
    [InlineData("- name: web\n        image", "- image", "spec.template.spec.containers[0]")]
    [InlineData("kind: Service\nmetadata:\n  name: shop", "kind: Service\nmetadata:\n  name: 1shop", "metadata.name")]
    public void A_name_that_is_not_valid_is_INK0002(string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths("INK0002", Yaml.Shop.With(right, wrong)));

    [Theory]
    [InlineData("Role", "rbac.authorization.k8s.io/v1", "system:node", 0)]
    [InlineData("Role", "rbac.authorization.k8s.io/v1", "a/b", 1)]
    [InlineData("Namespace", "v1", "a.b", 1)]
    [InlineData("ConfigMap", "v1", "a.b", 0)]
    [InlineData("CronJob", "batch/v1", "a123456789012345678901234567890123456789012345678901", 0)]
    [InlineData("CronJob", "batch/v1", "a1234567890123456789012345678901234567890123456789012", 1)]
    [InlineData("Widget", "example.com/v1", "fine", 0)]
    public void Every_kind_has_its_own_rule_for_names(string kind, string version, string name, int count) =>
        Assert.Equal(count, Judged.Paths("INK0002", $"apiVersion: {version}\nkind: {kind}\nmetadata:\n  name: {name}\n").Count);

    [Fact]
    public void A_host_is_a_DNS_name() =>
        Assert.Equal(["spec.rules[0].host"], Judged.Paths("INK0002", Yaml.Shop.And(Yaml.Ingress.With("host: shop.example.com", "host: https://shop.example.com"))));

    [Theory]
    [InlineData("containerPort: 8080", "containerPort: 70000", "spec.template.spec.containers[0].ports[0].containerPort")]
    [InlineData("containerPort: 8080", "containerPort: http", "spec.template.spec.containers[0].ports[0].containerPort")]
    [InlineData("- name: http\n          containerPort", "- name: Http_Port\n          containerPort", "spec.template.spec.containers[0].ports[0].name")]
    [InlineData("- name: http\n          containerPort", "- name: a-name-with-more-than-15\n          containerPort", "spec.template.spec.containers[0].ports[0].name")]
    [InlineData("    port: 8080\n", "    port: 0\n", "spec.ports[0].port")]
    [InlineData("    targetPort: http", "    targetPort: 99999", "spec.ports[0].targetPort")]
    [InlineData("    targetPort: http", "    targetPort: http\n  - port: 81", "spec.ports[1]")]
    public void A_port_that_is_none_is_INK0005(string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths("INK0005", Yaml.Shop.With(right, wrong)));

    [Fact]
    public void Of_two_objects_with_one_name_the_second_is_INK0006()
    {
        var account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: shop, namespace: shops}\n";
        Assert.Equal(["metadata.name"], Judged.Paths("INK0006", Yaml.Shop.And(account)));
        Assert.Empty(Judged.Paths("INK0006", Yaml.Shop.And(account.With("shops", "others"))));
        Assert.Empty(Judged.Paths("INK0006", "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: a-}\n---\napiVersion: batch/v1\nkind: Job\nmetadata: {generateName: a-}\n"));
    }

    [Fact]
    public void A_host_and_path_that_are_routed_twice_are_INK0006()
    {
        var second = Yaml.Ingress.With("name: shop", "name: again");
        Assert.Equal(["spec.rules[0].http.paths[0]"], Judged.Paths("INK0006", Yaml.Shop.And(Yaml.Ingress).And(second)));
        Assert.Empty(Judged.Paths("INK0006", Yaml.Shop.And(Yaml.Ingress).And(second.With("path: /", "path: /more"))));
        Assert.Empty(Judged.Paths("INK0006", Yaml.Shop.And(Yaml.Ingress).And(second.With("ingressClassName: shared", "ingressClassName: internal"))));
    }

    [Theory]
    [InlineData("    app: shop\nspec:", "    app: shop\n    tier: a b\nspec:", "metadata.labels.tier")]
    [InlineData("    app: shop\nspec:", "    app: shop\n    bad key: x\nspec:", "metadata.labels.bad key")]
    [InlineData("    app: shop\nspec:", "    app: shop\n    version: 1.10\nspec:", "metadata.labels.version")]
    [InlineData("    app: shop\nspec:", "    app: shop\n    on: yes\nspec:", "metadata.labels.on")]
    [InlineData("  labels:\n    app", "  annotations:\n    example.com/owner: {a: b}\n  labels:\n    app", "metadata.annotations['example.com/owner']")]
    [InlineData("        app: shop\n    spec:", "        app: shop\n        -x: y\n    spec:", "spec.template.metadata.labels.-x")]
    public void A_label_or_annotation_that_is_not_valid_is_INK0011(string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths("INK0011", Yaml.Shop.With(right, wrong)));

    [Fact]
    public void Quoted_values_are_texts_and_annotations_may_hold_anything() =>
        Assert.Empty(Judged.Paths("INK0011", Yaml.Shop.With("  labels:\n    app", "  annotations: {a: 'x y {z} 1', b: \"1\"}\n  labels:\n    version: \"1.10\"\n    app")));

    [Fact]
    public void Annotations_beyond_256_KiB_are_INK0011() =>
        Assert.Equal(["metadata.annotations"], Judged.Paths("INK0011", Yaml.Shop.With("  labels:\n    app", $"  annotations: {{a: {new string('x', 262144)}}}\n  labels:\n    app")));

    [Theory]
    [InlineData("image: registry.example.com/shop", "image: example.com/{registry}/shop", "spec.template.spec.containers[0].image")]
    [InlineData("serviceAccountName: shop", "serviceAccountName: '{app}'", "spec.template.spec.serviceAccountName")]
    [InlineData("kind: ServiceAccount\nmetadata:\n  name: shop", "kind: ServiceAccount\nmetadata:\n  annotations: {role: 'arn:aws:iam::{account}:role/x'}\n  name: shop", "metadata.annotations.role")]
    public void A_placeholder_where_braces_are_never_legal_is_INK0012(string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths("INK0012", Yaml.Shop.With(right, wrong)));

    [Fact]
    public void A_placeholder_in_a_name_is_told_as_that_and_in_a_text_not_at_all()
    {
        var findings = Judged.Release(Yaml.Shop.And(Yaml.Ingress.With("host: shop.example.com", "host: 'shop.{domain}'")));
        Assert.Equal(["spec.rules[0].host"], findings.PathsOf("INK0012"));
        Assert.Empty(findings.PathsOf("INK0002"));
        Assert.Empty(Judged.Paths("INK0012", Yaml.Shop.With("        resources:", "        env:\n        - {name: FORMAT, value: '{name}'}\n        resources:")));
    }

    [Fact]
    public void A_pod_that_no_network_policy_selects_is_INK2011()
    {
        Assert.Equal(["spec.template.metadata.labels"], Judged.Paths("INK2011", Yaml.Shop.With("matchLabels:\n      app: shop\n", "matchLabels:\n      app: other\n").With("podSelector:\n    matchLabels:\n      app: shop", "podSelector:\n    matchLabels:\n      app: x")));
        Assert.Empty(Judged.Paths("INK2011", Yaml.Shop.With("podSelector:\n    matchLabels:\n      app: shop", "podSelector: {}")));
    }

    [Theory]
    [InlineData("data: {a: YQ==}", 1)]
    [InlineData("stringData: {a: b}", 1)]
    [InlineData("data: {a: YQ==}\nstringData: {a: b}", 2)]
    [InlineData("data: {a: \"\"}", 0)]
    [InlineData("type: Opaque", 0)]
    public void A_secret_with_values_is_INK3008(string content, int count)
    {
        var findings = Judged.Release($"apiVersion: v1\nkind: Secret\nmetadata: {{name: s}}\n{content}\n").Where(finding => finding.Rule.Id == "INK3008").ToList();
        Assert.Equal(count, findings.Count);
        Assert.All(findings, finding => Assert.DoesNotContain("YQ", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_namespace_may_enforce_another_pod_security_standard()
    {
        var root = Yaml.Shop.With("        seccompProfile:\n          type: RuntimeDefault\n", "");
        Assert.Empty(Judged.Paths("INK2013", root));
        Assert.Single(Judged.Paths("INK2013", root, PolicyProfile.Strict));
        Assert.Single(Judged.Paths("INK2013", root.And(Namespace("restricted"))));
        var host = Yaml.Shop.With("automountServiceAccountToken: false", "automountServiceAccountToken: false\n      hostNetwork: true");
        Assert.Single(Judged.Paths("INK2013", host));
        Assert.Empty(Judged.Paths("INK2013", host.And(Namespace("privileged"))));

        static string Namespace(string level) => $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shops\n  labels: {{pod-security.kubernetes.io/enforce: {level}}}\n";
    }

    [Fact]
    public void One_finding_a_pod_lists_every_control_that_it_breaks()
    {
        var finding = Assert.Single(Judged.Release(Yaml.Shop.With("allowPrivilegeEscalation: false", "privileged: true\n          procMount: Unmasked")), finding => finding.Rule.Id == "INK2013");
        Assert.Contains("\"baseline\": Privileged Containers (spec.template.spec.containers[0].securityContext.privileged); /proc Mount Type (", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seccompProfile:\n          type: RuntimeDefault", "seccompProfile:\n          type: Unconfined", "spec.template.spec.securityContext.seccompProfile.type")]
    [InlineData("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: true\n          procMount: Unmasked", "spec.template.spec.containers[0].securityContext.procMount")]
    [InlineData("runAsUser: 1654", "runAsUser: 1654\n        sysctls: [{name: kernel.msgmax, value: '1'}]", "spec.template.spec.securityContext.sysctls[0].name")]
    [InlineData("runAsUser: 1654", "runAsUser: 1654\n        appArmorProfile: {type: Unconfined}", "spec.template.spec.securityContext.appArmorProfile.type")]
    [InlineData("runAsUser: 1654", "runAsUser: 1654\n        seLinuxOptions: {type: spc_t}", "spec.template.spec.securityContext.seLinuxOptions.type")]
    public void A_setting_that_lets_the_kernel_be_attacked_is_INK2006(string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths("INK2006", Yaml.Shop.With(right, wrong)));

    [Fact]
    public void Texts_are_shown_to_the_detectors_of_secrets_by_the_names_that_they_have()
    {
        var seen = new List<(string, string, string)>();
        var yaml = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: c, annotations: {example.com/note: n}}
            data: {appsettings.json: text}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec: {containers: [{name: web, args: [--key, x], env: [{name: PASSWORD, value: v}]}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: s}
            stringData: {never: seen}
            """;
        var options = PolicyOptions.Of(PolicyProfile.Baseline) with
        {
            SecretScan = (name, value, path) =>
            {
                seen.Add((name, value, path));
                return value is "text" or "v" ? [new Breach(RuleCatalogue.MissingRequests, path, "a secret", "Remove it.")] : [];
            },
        };
        var findings = ManifestPolicy.Judge(ManifestSet.OfRelease([new RenderedFile("a.yaml", yaml)]), options);

        Assert.Contains(("example.com/note", "n", "metadata.annotations['example.com/note']"), seen);
        Assert.Contains(("appsettings.json", "text", "data['appsettings.json']"), seen);
        Assert.Contains(("args", "x", "spec.containers[0].args[1]"), seen);
        Assert.Contains(("PASSWORD", "v", "spec.containers[0].env[0].value"), seen);
        Assert.DoesNotContain(seen, text => text.Item2 == "seen");
        // In a ConfigMap it is that rule's; elsewhere the one's that the detector says.
        Assert.Equal(["data['appsettings.json']"], findings.Where(finding => finding.Message.StartsWith("a secret", StringComparison.Ordinal)).PathsOf("INK3008"));
        Assert.Contains(findings, finding => finding is { Rule.Id: "INK1001", Path: "spec.containers[0].env[0].value" });
    }
}
