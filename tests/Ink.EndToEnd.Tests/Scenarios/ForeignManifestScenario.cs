using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>Manifests that Ink did not render are held to the same policy.</summary>
public sealed class ForeignManifestScenario(ITestOutputHelper output) : Scenario(output)
{
    // What is wrong with each kind, told from what is beside it: pods that run as they come.
    private static readonly (string Kind, string Version, string Spec)[] Workloads =
    [
        ("Deployment", "apps/v1", $"selector: {{ matchLabels: {{ app: x }} }}, template: {Pod("deployment")}"),
        ("StatefulSet", "apps/v1", $"serviceName: missing, selector: {{ matchLabels: {{ app: x }} }}, template: {Pod("statefulset")}"),
        ("DaemonSet", "apps/v1", $"selector: {{ matchLabels: {{ app: x }} }}, template: {Pod("daemonset")}"),
        ("ReplicaSet", "apps/v1", $"selector: {{ matchLabels: {{ app: x }} }}, template: {Pod("replicaset")}"),
        ("Job", "batch/v1", $"template: {Pod("job")}"),
        ("CronJob", "batch/v1", $"schedule: '@daily', jobTemplate: {{ spec: {{ template: {Pod("cronjob")} }} }}"),
    ];

    private static readonly (string File, string Yaml)[] Others =
    [
        ("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: pod }\nspec: { hostNetwork: true, containers: [{ name: a, image: a }] }\n"),
        ("service.json", """{ "apiVersion": "v1", "kind": "Service", "metadata": { "name": "service" }, "spec": { "type": "LoadBalancer", "selector": { "app": "nothing" }, "ports": [{ "port": 80 }] } }"""),
        ("ingress.yml", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ingress }\nspec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: service, port: { number: 81 } } } }] } }] }\n"),
        ("networkpolicy.yaml", "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: networkpolicy }\nspec: { podSelector: { matchLabels: { app: nothing } } }\n"),
        ("hpa.yaml", "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: hpa }\nspec: { scaleTargetRef: { kind: Deployment, name: nothing }, minReplicas: 3, maxReplicas: 2 }\n"),
        ("pdb.yaml", "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: pdb }\nspec: { maxUnavailable: 0, selector: { matchLabels: { app: deployment } } }\n"),
        ("rbac.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: clusterrole }\nrules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: clusterrolebinding }\nroleRef: { kind: ClusterRole, name: cluster-admin }\n"),
        ("configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: Config_Map }\ndata: { a: b }\n"),
        ("secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: { name: secret }\nstringData: { password: tr0ub4dor-and-3 }\n"),
        ("widget.yaml", "apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: widget }\nspec: { privileged: true }\n"),
        ("helm/templates/deployment.yaml", "{{- if .Values.enabled }}\napiVersion: apps/v1\nkind: Deployment\n{{- end }}\n"),
    ];

    [Fact]
    public async Task Any_folder_of_YAML_is_held_to_the_policy_a_line_a_finding()
    {
        var workspace = Greeter.Write(await NewWorkspace("greeter"), (await Bench.Sdk).Version);
        foreach (var (kind, version, spec) in Workloads)
            workspace.Write($"k8s/{kind.ToLowerInvariant()}.yaml", $"apiVersion: {version}\nkind: {kind}\nmetadata: {{ name: {kind.ToLowerInvariant()} }}\nspec: {{ {spec} }}\n");
        foreach (var (file, yaml) in Others)
            workspace.Write($"k8s/{file}", yaml);
        await workspace.Commit();

        var result = await workspace.Dotnet("build", "-t:InkCheck", "-p:InkManifests=k8s", "-p:InkReport=ink.sarif");

        result.Failed("INK4001").NeverSays("tr0ub4dor").NeverSays("   at ");
        var lines = Findings(result);
        foreach (var (kind, _, _) in Workloads)
        {
            var name = kind.ToLowerInvariant();
            Assert.Contains(lines, line => line.StartsWith($"{name}.yaml: {kind}/{name}: INK2001: ", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.StartsWith($"{name}.yaml: {kind}/{name}: INK2011: ", StringComparison.Ordinal));
        }

        string[] expected =
        [
            "statefulset.yaml: StatefulSet/statefulset: INK1014: there is no Service \"missing\"", "cronjob.yaml: CronJob/cronjob: INK1013: ",
            "deployment.yaml: Deployment/deployment: INK1014: ", "pod.yaml: Pod/pod: INK2013: ", "service.json: Service/service: INK1014: ", "service.json: Service/service: INK2010: ",
            "ingress.yml: Ingress/ingress: INK1014: ", "ingress.yml: Ingress/ingress: INK2009: ", "networkpolicy.yaml: NetworkPolicy/networkpolicy: INK1014: ",
            "hpa.yaml: HorizontalPodAutoscaler/hpa: INK1010: ", "hpa.yaml: HorizontalPodAutoscaler/hpa: INK1014: ", "pdb.yaml: PodDisruptionBudget/pdb: INK1011: ",
            "rbac.yaml: ClusterRole/clusterrole: INK2012: ", "rbac.yaml: ClusterRoleBinding/clusterrolebinding: INK2012: ", "configmap.yaml: ConfigMap/Config_Map: INK0002: ",
            "secret.yaml: Secret/secret: INK3008: ", "helm/templates/deployment.yaml: INK1016: ",
        ];
        Assert.All(expected, start => Assert.Contains(lines, line => line.StartsWith(start, StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("widget", StringComparison.Ordinal));
        // Nothing was built for it.
        Assert.Empty(workspace.Files("bin"));

        var results = JsonNode.Parse(workspace.Read("ink.sarif"))!["runs"]![0]!["results"]!.AsArray();
        Assert.Contains(results, found => (string?)found!["ruleId"] == "INK3008" && (string?)found["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"] == "k8s/secret.yaml");
        Assert.All(results, found => Assert.True((int)found!["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]! >= 1));

        (await workspace.Publish("InkCheck", "--no-restore", "InkManifests=k8s/widget.yaml")).Succeeded().Says("Ink: 1 object in k8s/widget.yaml checked: no findings");
    }

    private static List<string> Findings(CommandResult result) =>
        [.. result.Lines.Select(line => Regex.Match(line, @"(?:error|warning) (INK\d{4}): (.* \1: .*|\S+: \1: .*) \[")).Where(match => match.Success).Select(match => match.Groups[2].Value)];

    private static string Pod(string name) => $"{{ metadata: {{ labels: {{ app: {name} }} }}, spec: {{ containers: [{{ name: {name}, image: nginx }}] }} }}";
}
