namespace Ink.Manifests.Tests.Policy;

/// <summary>INK1014 in a set that is complete: what an object refers to has to be there.</summary>
public sealed class ReferenceTests
{
    private const string Web = "spec.template.spec.containers[0]";

    private const string Map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shops}\ndata: {mode: fast}\n";

    private const string External = """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: shop, namespace: shops}
        spec:
          target: {name: shop-secrets}
          data: [{secretKey: PASSWORD, remoteRef: {key: /shop/password}}]

        """;

    [Theory]
    [InlineData("  selector:\n    app: shop\n  ports", "  selector:\n    app: shopp\n  ports", "spec.selector")]
    [InlineData("    matchLabels:\n      app: shop\n  template", "    matchLabels:\n      app: shopp\n  template", "spec.selector")]
    [InlineData("podSelector:\n    matchLabels:\n      app: shop", "podSelector:\n    matchLabels:\n      app: shopp", "spec.podSelector")]
    [InlineData("    targetPort: http", "    targetPort: web", "spec.ports[0].targetPort")]
    [InlineData("serviceAccountName: shop", "serviceAccountName: shopp", "spec.template.spec.serviceAccountName")]
    public void What_points_at_nothing_is_told(string right, string wrong, string path) =>
        Assert.Equal([path], Judged.Paths("INK1014", Yaml.Shop.With(right, wrong)));

    [Theory]
    [InlineData("matchExpressions: [{key: app, operator: In, values: [shop, cart]}]", true)]
    [InlineData("matchExpressions: [{key: app, operator: In, values: [cart]}]", false)]
    [InlineData("matchExpressions: [{key: app, operator: NotIn, values: [shop]}]", false)]
    [InlineData("matchExpressions: [{key: app, operator: Exists}]", true)]
    [InlineData("matchExpressions: [{key: tier, operator: Exists}]", false)]
    [InlineData("matchExpressions: [{key: tier, operator: DoesNotExist}]", true)]
    public void Expressions_select_as_Kubernetes_has_it(string selector, bool selects) =>
        Assert.Equal(selects, Judged.Paths("INK1014", Yaml.Shop.With("podSelector:\n    matchLabels:\n      app: shop", $"podSelector:\n    {selector}")).Count == 0);

    [Theory]
    [InlineData("name: shop\n            port", "name: shopp\n            port", "spec.rules[0].http.paths[0].backend.service")]
    [InlineData("port:\n              name: http", "port:\n              name: https", "spec.rules[0].http.paths[0].backend.service.port")]
    [InlineData("port:\n              name: http", "port:\n              number: 80", "spec.rules[0].http.paths[0].backend.service.port")]
    [InlineData("  ingressClassName: shared\n", "  defaultBackend: {service: {name: other, port: {number: 1}}}\n", "spec.defaultBackend.service")]
    public void So_is_a_backend(string right, string wrong, string path)
    {
        Assert.Empty(Judged.Paths("INK1014", Yaml.Shop.And(Yaml.Ingress)));
        Assert.Equal([path], Judged.Paths("INK1014", Yaml.Shop.And(Yaml.Ingress.With(right, wrong))));
    }

    [Theory]
    [InlineData("{name: shop, port: 8080}", 0)]
    [InlineData("{name: shop, port: 80}", 1)]
    [InlineData("{name: shopp, port: 8080}", 1)]
    [InlineData("{name: other, namespace: elsewhere, port: 80}", 0)]
    [InlineData("{name: bucket, kind: Bucket, group: example.com}", 0)]
    public void So_is_a_backend_of_a_route(string backend, int count) => Assert.Equal(count, Judged.Paths("INK1014", Yaml.Shop.And(
        $"apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {{name: shop, namespace: shops}}\nspec:\n  rules:\n  - backendRefs: [{backend}]\n")).Count);

    [Theory]
    [InlineData("{name: A, valueFrom: {configMapKeyRef: {name: settings, key: mode}}}", 0)]
    [InlineData("{name: A, valueFrom: {configMapKeyRef: {name: settings, key: speed}}}", 1)]
    [InlineData("{name: A, valueFrom: {configMapKeyRef: {name: setings, key: mode}}}", 1)]
    [InlineData("{name: A, valueFrom: {configMapKeyRef: {name: setings, key: mode, optional: true}}}", 0)]
    [InlineData("{name: A, valueFrom: {secretKeyRef: {name: shop-secrets, key: PASSWORD}}}", 0)]
    [InlineData("{name: A, valueFrom: {secretKeyRef: {name: shop-secrets, key: PASSWORT}}}", 1)]
    [InlineData("{name: A, valueFrom: {secretKeyRef: {name: shop, key: PASSWORD}}}", 1)]
    [InlineData("{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}", 0)]
    public void A_variable_comes_from_something_that_is_there(string variable, int count) =>
        Assert.Equal(count, Judged.Paths("INK1014", WithVariable(variable)).Count);

    [Theory]
    [InlineData("{name: v, configMap: {name: settings}}", 0)]
    [InlineData("{name: v, configMap: {name: settings, items: [{key: mode, path: m}]}}", 0)]
    [InlineData("{name: v, configMap: {name: settings, items: [{key: speed, path: m}]}}", 1)]
    [InlineData("{name: v, secret: {secretName: nothing}}", 1)]
    [InlineData("{name: v, secret: {secretName: nothing, optional: true}}", 0)]
    [InlineData("{name: v, projected: {sources: [{configMap: {name: nothing}}, {secret: {name: shop-secrets}}]}}", 1)]
    [InlineData("{name: v, persistentVolumeClaim: {claimName: data}}", 1)]
    [InlineData("{name: v, configMap: {name: kube-root-ca.crt}}", 0)]
    [InlineData("{name: v, emptyDir: {}}", 0)]
    public void So_does_a_volume(string volume, int count) =>
        Assert.Equal(count, Judged.Paths("INK1014", Yaml.Shop.With("      containers:", $"      volumes: [{volume}]\n      containers:").And(Map).And(External)).Count);

    [Theory]
    [InlineData("Deployment", "shop", 0)]
    [InlineData("Deployment", "shopp", 1)]
    [InlineData("StatefulSet", "shop", 1)]
    public void A_scaler_scales_something_that_is_there(string kind, string name, int count) =>
        Assert.Equal(count, Judged.Paths("INK1014", Yaml.Shop.And(ScalerTests.Scaler.With("kind: Deployment\n    name: shop", $"kind: {kind}\n    name: {name}"))).Count);

    [Fact]
    public void An_external_secret_that_takes_all_keys_may_have_any()
    {
        var all = External.With("  data: [{secretKey: PASSWORD, remoteRef: {key: /shop/password}}]", "  dataFrom: [{extract: {key: /shop}}]");
        Assert.Empty(Judged.Paths("INK1014", WithVariable("{name: A, valueFrom: {secretKeyRef: {name: shop-secrets, key: ANY}}}", all)));
    }

    [Fact]
    public void What_a_set_from_elsewhere_does_not_hold_may_be_elsewhere()
    {
        var service = Yaml.Shop[Yaml.Shop.IndexOf("apiVersion: v1\nkind: Service\n", StringComparison.Ordinal)..Yaml.Shop.IndexOf("---\napiVersion: networking", StringComparison.Ordinal)];
        Assert.Empty(Judged.Folder(("service.yaml", service)).PathsOf("INK1014"));
        Assert.Empty(Judged.Folder(("ingress.yaml", Yaml.Ingress)).PathsOf("INK1014"));
        Assert.Empty(Judged.Folder(("shop.yaml", Yaml.Shop), ("other/service.yaml", service.With("app: shop", "app: cart").With("name: shop", "name: cart"))).PathsOf("INK1014"));
        Assert.Empty(Judged.Folder(("shop.yaml", WithVariable("{name: A, valueFrom: {secretKeyRef: {name: made-elsewhere, key: KEY}}}"))).PathsOf("INK1014"));
    }

    [Fact]
    public void What_stands_beside_its_like_in_a_folder_from_elsewhere_should_be_there()
    {
        Assert.Equal(["spec.selector"], Judged.Folder(("a/shop.yaml", Yaml.Shop.With("  selector:\n    app: shop\n  ports", "  selector:\n    app: shopp\n  ports"))).PathsOf("INK1014"));
        Assert.Equal([$"{Web}.env[0].valueFrom.configMapKeyRef"], Judged.Folder(("shop.yaml", WithVariable("{name: A, valueFrom: {configMapKeyRef: {name: setings, key: mode}}}"))).PathsOf("INK1014"));
        // What is there, is there wherever it is.
        Assert.Empty(Judged.Folder(("a/ingress.yaml", Yaml.Ingress), ("b/shop.yaml", Yaml.Shop)).PathsOf("INK1014"));
    }

    [Fact]
    public void Folders_of_variants_are_no_duplicates_of_each_other()
    {
        Assert.Empty(Judged.Folder(("dev/shop.yaml", Yaml.Shop), ("production/shop.yaml", Yaml.Shop)).PathsOf("INK0006"));
        Assert.Equal(4, Judged.Folder(("dev/shop.yaml", Yaml.Shop), ("dev/copy.yaml", Yaml.Shop)).PathsOf("INK0006").Count);
    }

    [Fact]
    public void Patches_of_a_kustomization_are_no_objects()
    {
        const string Patch = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}\nspec: {template: {spec: {containers: [{name: web}]}}}\n";
        const string Kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\npatches:\n- path: ./more.yaml\n";
        Assert.NotEmpty(Judged.Folder(("over/more.yaml", Patch)));
        Assert.Empty(Judged.Folder(("over/kustomization.yaml", Kustomization), ("over/more.yaml", Patch)));
    }

    private static string WithVariable(string variable, string external = External) =>
        Yaml.Shop.With("        resources:", $"        env: [{variable}]\n        resources:").And(Map).And(external);
}
