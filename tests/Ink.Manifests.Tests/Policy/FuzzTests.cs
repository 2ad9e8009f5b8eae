using CsCheck;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Policy;

namespace Ink.Manifests.Tests.Policy;

/// <summary>Whatever stands in a file, the policy says something of it or nothing, and never throws.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Kinds =
    [
        "apps/v1 Deployment", "apps/v1 StatefulSet", "apps/v1 DaemonSet", "apps/v1 ReplicaSet", "batch/v1 Job", "batch/v1 CronJob", "v1 Pod", "v1 Service",
        "networking.k8s.io/v1 Ingress", "networking.k8s.io/v1 NetworkPolicy", "autoscaling/v2 HorizontalPodAutoscaler", "policy/v1 PodDisruptionBudget",
        "rbac.authorization.k8s.io/v1 ClusterRole", "rbac.authorization.k8s.io/v1 RoleBinding", "v1 ConfigMap", "v1 Secret", "v1 Namespace",
        "external-secrets.io/v1 ExternalSecret", "keda.sh/v1alpha1 ScaledObject", "gateway.networking.k8s.io/v1 HTTPRoute",
        "monitoring.coreos.com/v1 ServiceMonitor", "kustomize.config.k8s.io/v1beta1 Kustomization", "example.com/v1 Widget", "v1 List", "v1 SecretList",
    ];

    // Every word that a rule looks at.
    private static readonly string[] Keys =
    [
        "metadata", "name", "namespace", "labels", "annotations", "generateName", "spec", "template", "jobTemplate", "selector", "matchLabels", "matchExpressions", "key", "operator",
        "values", "containers", "initContainers", "ephemeralContainers", "image", "ports", "containerPort", "hostPort", "port", "targetPort", "protocol", "securityContext",
        "capabilities", "add", "drop", "privileged", "runAsUser", "seccompProfile", "type", "sysctls", "resources", "requests", "limits", "cpu", "memory", "livenessProbe",
        "readinessProbe", "httpGet", "path", "host", "env", "envFrom", "value", "valueFrom", "secretKeyRef", "configMapRef", "volumes", "configMap", "secret", "secretName", "items",
        "projected", "sources", "rules", "http", "paths", "backend", "service", "tls", "hosts", "verbs", "resources", "roleRef", "kind", "data", "stringData", "minReplicas", "maxReplicas",
        "metrics", "resource", "target", "averageUtilization", "scaleTargetRef", "minAvailable", "maxUnavailable", "replicas", "podSelector", "patches", "dataFrom", "triggers", "backendRefs",
        "serviceAccountName", "automountServiceAccountToken", "terminationGracePeriodSeconds", "lifecycle", "preStop", "sleep", "seconds", "activeDeadlineSeconds", "concurrencyPolicy",
    ];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("true", "false", "null", "~", "0", "-1", "80", "70000", "99999999999999999999", "1e999", "100m", "256Mi", "50%", "101%", "''", "\"\"", "shop", "{x}", "'{domain}'", "*", "'*'", "arn:aws:iam::{a}:role/x", "Always", "Deployment", "nginx:latest"),
        Gen.String[Gen.Char[' ', '~'], 0, 12].Select(text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"),
        Gen.OneOf(Keys));

    private static readonly Gen<string> Flow = Value(4);

    private static readonly Gen<string> Document =
        from kind in Gen.OneOf(Kinds)
        from fields in Gen.Select(Gen.OneOf(Keys), Flow, (key, value) => $"{key}: {value}\n").Array[0, 6]
        select $"apiVersion: {kind.Split(' ')[0]}\nkind: {kind.Split(' ')[1]}\n{string.Concat(fields)}";

    [Fact]
    public void Random_objects_of_known_kinds_never_throw() =>
        Document.Array[1, 5].Sample(documents => JudgeAll(string.Join("---\n", documents)), iter: 5_000);

    [Fact]
    public void Random_texts_never_throw() =>
        Gen.String[Gen.OneOf(Gen.Char[" \n-:{}[]&*!|>'\"%@`#,?\t\\"], Gen.Char['a', 'f']), 0, 60].Sample(JudgeAll, iter: 5_000);

    // A line less, a line twice, a line from elsewhere, a value exchanged: what editing does to a file.
    [Fact]
    public void Manifests_that_somebody_is_editing_never_throw()
    {
        var lines = string.Concat(Apps.Rich().Files().Select(file => $"---\n{file.Content}")).Split('\n');
        var edit =
            from at in Gen.Int[0, lines.Length - 1]
            from other in Gen.Int[0, lines.Length - 1]
            from how in Gen.Int[0, 3]
            from text in Scalar
            select (at, other, how, text);
        edit.Array[1, 5].Sample(
            edits =>
            {
                var copy = lines.ToList();
                foreach (var (at, other, how, text) in edits)
                {
                    copy[at] = how switch
                    {
                        0 => "",
                        1 => copy[other],
                        2 => $"{copy[at]}\n{copy[other]}",
                        _ => copy[at].IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? $"{copy[at][..colon]}: {text}" : text,
                    };
                }

                JudgeAll(string.Join('\n', copy));
            },
            iter: 500);
    }

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(", ", items)}]")),
            (4, Gen.Select(Gen.OneOf(Keys), Value(depth - 1), (key, value) => $"{key}: {value}").Array[0, 5].Select(fields => $"{{{string.Join(", ", fields)}}}")));

    private static void JudgeAll(string yaml)
    {
        foreach (var profile in new[] { PolicyProfile.Baseline, PolicyProfile.Strict })
            Judged.Release(yaml, profile, isProduction: true);
        Judged.Folder(("a/a.yaml", yaml), ("a/b.yml", yaml), ("c.json", yaml));
    }
}
