using Ink.Model.Policy;

namespace Ink.Manifests.Tests.Policy;

/// <summary>The rules whose judgement is Ink.Model's, on manifests.</summary>
public sealed class SharedRuleTests
{
    private const string Pod = "spec.template.spec";
    private const string Web = $"{Pod}.containers[0]";

    [Fact]
    public void What_is_right_breaks_no_rule_of_any_profile() =>
        Assert.Empty(Judged.Release(Yaml.Shop.And(Yaml.Ingress).And(Yaml.Cron), PolicyProfile.Strict, isProduction: true).Select(finding => finding.ToString()));

    [Theory]
    [InlineData("INK0003", "cpu: 100m", "cpu: lots", $"{Web}.resources.requests.cpu")]
    [InlineData("INK0004", "cpu: 100m\n            memory: 256Mi", "cpu: 100m\n            memory: 512Mi", $"{Web}.resources.requests.memory")]
    [InlineData("INK1001", "cpu: 100m\n", "unknown: 1\n", $"{Web}.resources.requests")]
    [InlineData("INK1002", "limits:\n            memory: 256Mi", "limits:\n            cpu: 1", $"{Web}.resources.limits.memory")]
    [InlineData("INK1002", "limits:\n            memory: 256Mi", "limits:\n            memory: 2Gi", $"{Web}.resources.limits.memory")]
    [InlineData("INK1004", "            ephemeral-storage: 1Gi\n", "", $"{Web}.resources.limits.ephemeral-storage")]
    [InlineData("INK1005", "readinessProbe", "startupProbe", $"{Web}.readinessProbe")]
    [InlineData("INK1006", "path: /live", "path: /ready", $"{Web}.livenessProbe")]
    [InlineData("INK1006", "path: /live\n            port: http", "path: /ready\n            port: 8080", $"{Web}.livenessProbe")]
    [InlineData("INK1007", "path: /live\n            port: http", "path: /live\n            port: 9090", $"{Web}.livenessProbe")]
    [InlineData("INK1009", "replicas: 2", "replicas: 1", "spec.replicas")]
    [InlineData("INK1009", "  replicas: 2\n", "", "spec.replicas")]
    [InlineData("INK2001", "runAsUser: 1654", "runAsUser: 0", $"{Web}.securityContext.runAsUser")]
    [InlineData("INK2001", "        runAsNonRoot: true\n        runAsUser: 1654\n", "", $"{Web}.securityContext.runAsNonRoot")]
    [InlineData("INK2002", "          allowPrivilegeEscalation: false\n", "", $"{Web}.securityContext.allowPrivilegeEscalation")]
    [InlineData("INK2002", "allowPrivilegeEscalation: false", "privileged: true", $"{Web}.securityContext.privileged")]
    [InlineData("INK2003", "drop: [ALL]", "drop: [CHOWN]", $"{Web}.securityContext.capabilities.drop")]
    [InlineData("INK2003", "drop: [ALL]", "drop: [ALL]\n            add: [SYS_ADMIN]", $"{Web}.securityContext.capabilities.add")]
    [InlineData("INK2004", "automountServiceAccountToken: false", "automountServiceAccountToken: false\n      hostPID: true", $"{Pod}.hostPID")]
    [InlineData("INK2004", "containerPort: 8080", "containerPort: 8080\n          hostPort: 8080", $"{Web}.ports")]
    [InlineData("INK2004", "      containers:", "      volumes:\n      - name: node\n        hostPath: {path: /}\n      containers:", $"{Pod}.volumes[0].hostPath")]
    [InlineData("INK2005", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", $"{Web}.securityContext.readOnlyRootFilesystem")]
    [InlineData("INK2007", ":1@sha256:0000000000000000000000000000000000000000000000000000000000000000", ":1", $"{Web}.image")]
    [InlineData("INK2008", "      automountServiceAccountToken: false\n", "", $"{Pod}.automountServiceAccountToken")]
    [InlineData("INK2014", "containerPort: 8080", "containerPort: 80", $"{Web}.ports")]
    [InlineData("INK1015", "automountServiceAccountToken: false", "automountServiceAccountToken: false\n      terminationGracePeriodSeconds: 5", $"{Pod}.terminationGracePeriodSeconds")]
    [InlineData("INK0006", "      containers:\n", "      containers:\n      - name: web\n        image: x\n", $"{Pod}.containers[1]")]
    public void A_broken_field_breaks_its_rule_there(string rule, string right, string wrong, string path)
    {
        // A pre-stop hook for INK1015, harmless with the default grace period.
        var shop = Yaml.Shop.With("        resources:\n", "        lifecycle:\n          preStop:\n            sleep: {seconds: 6}\n        resources:\n");
        Assert.Empty(Judged.Paths(rule, shop, isProduction: true));
        Assert.Equal([path], Judged.Paths(rule, shop.With(right, wrong), isProduction: true));
    }

    [Theory]
    [InlineData("INK2009", "  tls:\n  - hosts: [shop.example.com]\n", "", "spec.tls")]
    [InlineData("INK2009", "hosts: [shop.example.com]", "hosts: [other.example.com]", "spec.tls")]
    [InlineData("INK2009", "  - host: shop.example.com\n    http:", "  - http:", "spec.tls")]
    public void An_ingress_without_TLS_is_told(string rule, string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths(rule, Yaml.Shop.And(Yaml.Ingress.With(right, wrong))));

    [Theory]
    [InlineData("hosts: ['*.example.com']")]
    [InlineData("secretName: all-hosts")]
    public void TLS_by_a_wildcard_or_for_all_hosts_is_enough(string tls) =>
        Assert.Empty(Judged.Paths("INK2009", Yaml.Shop.And(Yaml.Ingress.With("hosts: [shop.example.com]", tls))));

    [Theory]
    [InlineData("ClusterIP", 0)]
    [InlineData("NodePort", 1)]
    [InlineData("LoadBalancer", 1)]
    public void A_service_that_opens_the_cluster_is_told(string type, int count) =>
        Assert.Equal(count, Judged.Paths("INK2010", Yaml.Shop.With("spec:\n  selector:\n    app: shop\n  ports", $"spec:\n  type: {type}\n  selector:\n    app: shop\n  ports")).Count);

    [Theory]
    [InlineData("      activeDeadlineSeconds: 600\n", "", "spec.jobTemplate.spec.activeDeadlineSeconds")]
    [InlineData("concurrencyPolicy: Forbid", "concurrencyPolicy: Allow", "spec.concurrencyPolicy")]
    public void A_careless_cron_job_is_told(string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths("INK1013", Yaml.Shop.And(Yaml.Cron.With(right, wrong))));

    [Fact]
    public void Init_containers_sidecars_and_ephemeral_containers_are_judged_too()
    {
        var yaml = Yaml.Shop.With("      containers:\n", """
                  initContainers:
                  - name: first
                    image: busybox
                  - name: proxy
                    image: envoy
                    restartPolicy: Always
                  ephemeralContainers:
                  - name: debug
                    image: busybox
                  containers:

            """);
        Assert.Equal(
            [$"{Pod}.initContainers[0]", $"{Pod}.initContainers[1]", $"{Pod}.ephemeralContainers[0]"],
            Judged.Paths("INK2002", yaml).Select(path => path[..path.IndexOf(".securityContext", StringComparison.Ordinal)]));
        // One that ends before the others start need not be probed or bounded in what it writes; one for debugging asks for nothing.
        Assert.Equal([$"{Pod}.initContainers[1].resources.limits.ephemeral-storage"], Judged.Paths("INK1004", yaml));
        Assert.Equal([$"{Pod}.initContainers[0].resources.requests", $"{Pod}.initContainers[1].resources.requests"], Judged.Paths("INK1001", yaml));
    }

    [Fact]
    public void An_account_of_the_set_that_mounts_no_token_is_enough()
    {
        var yaml = Yaml.Shop.With("      automountServiceAccountToken: false\n", "");
        Assert.Single(Judged.Paths("INK2008", yaml));
        Assert.Empty(Judged.Paths("INK2008", yaml.With("kind: ServiceAccount\n", "kind: ServiceAccount\nautomountServiceAccountToken: false\n")));
    }

    [Fact]
    public void What_a_scaler_scales_has_as_many_pods_as_that_says()
    {
        var yaml = Yaml.Shop.With("  replicas: 2\n", "").And(ScalerTests.Scaler);
        Assert.Empty(Judged.Paths("INK1009", yaml, isProduction: true));
        Assert.Single(Judged.Paths("INK1009", yaml.With("minReplicas: 2", "minReplicas: 1"), isProduction: true));
    }

    [Fact]
    public void Only_what_is_served_needs_two_pods_and_a_readiness_probe()
    {
        var yaml = Yaml.Shop.With("replicas: 2", "replicas: 1").With("readinessProbe", "startupProbe");
        Assert.Equal(2, Judged.Release(yaml, isProduction: true).Count(finding => finding.Rule.Id is "INK1005" or "INK1009"));
        var unserved = yaml[..yaml.IndexOf("---\napiVersion: v1\nkind: Service\n", StringComparison.Ordinal)];
        Assert.DoesNotContain(Judged.Release(unserved, isProduction: true), finding => finding.Rule.Id is "INK1005" or "INK1009");
        // Prometheus finds pods through a Service of their metrics; nobody asks them anything there.
        var scraped = yaml.With("  - name: http\n    port: 8080\n    targetPort: http", "  - name: metrics\n    port: 8080\n    targetPort: http");
        Assert.DoesNotContain(Judged.Release(scraped, isProduction: true), finding => finding.Rule.Id is "INK1005" or "INK1009");
        // The Service of a StatefulSet that is there for the names of its pods carries nothing either.
        var named = yaml.With("  ports:\n  - name: http\n    port: 8080\n    targetPort: http\n", "  clusterIP: None\n");
        Assert.DoesNotContain(Judged.Release(named, isProduction: true), finding => finding.Rule.Id is "INK1005" or "INK1009");
    }

    [Fact]
    public void The_image_that_a_deploy_is_to_pin_may_have_its_tag_alone()
    {
        var yaml = Yaml.Shop.With(":1@sha256:0000000000000000000000000000000000000000000000000000000000000000", ":1");
        var set = Ink.Manifests.Policy.ManifestSet.OfRelease([new Ink.Manifests.RenderedFile("a.yaml", yaml)]);
        var options = Ink.Manifests.Policy.PolicyOptions.Of(PolicyProfile.Baseline);
        Assert.Single(Ink.Manifests.Policy.ManifestPolicy.Judge(set, options).PathsOf("INK2007"));
        Assert.Empty(Ink.Manifests.Policy.ManifestPolicy.Judge(set, options with { ImageToBePinned = "registry.example.com/shop:1" }).PathsOf("INK2007"));
        Assert.Single(Ink.Manifests.Policy.ManifestPolicy.Judge(set, options with { ImageToBePinned = "registry.example.com/other:1" }).PathsOf("INK2007"));
    }
}
