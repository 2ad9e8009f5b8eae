using Ink.Manifests.ArgoCd;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class SchemaTests
{
    [SkippableFact]
    public void Every_object_of_a_rich_app_is_valid() => AllValid(Apps.Rich());

    [SkippableFact]
    public void Every_object_of_a_minimal_app_is_valid() => AllValid(Apps.Minimal());

    [SkippableFact]
    public void Every_object_of_an_app_that_is_scaled_guarded_and_routed_is_valid() => AllValid(OperatedApps.Rich());

    [SkippableFact]
    public void Every_object_of_an_app_with_sidecars_is_valid() => AllValid(SidecarApps.Rich());

    [SkippableTheory]
    [InlineData("deployment-hello.yaml", "restartPolicy: Always\n", "restartPolicy: 1\n")]
    [InlineData("horizontalpodautoscaler-hello.yaml", "containerResource:\n", "containersResource:\n")]
    public void What_is_not_valid_is_refused_of_sidecars(string path, string right, string wrong) => IsRefused(SidecarApps.Rich(), path, right, wrong);

    [SkippableTheory]
    [InlineData("horizontalpodautoscaler-checkout.yaml", "maxReplicas: 12\n", "maxReplicas: many\n")]
    [InlineData("httproute-checkout.yaml", "type: PathPrefix\n", "type: Prefix\n")]
    [InlineData("scaledobject-checkout-orders.yaml", "kind: TriggerAuthentication\n", "kind: Secret\n")]
    [InlineData("servicemonitor-checkout-orders.yaml", "interval: 15s\n", "interval: 15 s\n")]
    public void What_is_not_valid_is_refused_of_these_too(string path, string right, string wrong) => IsRefused(OperatedApps.Rich(), path, right, wrong);

    // The schemas are read by a library of another draft: these prove that it does refuse what it must.
    [SkippableTheory]
    [InlineData("deployment-checkout.yaml", "  replicas: 2\n", "  replicas: \"2\"\n")]
    [InlineData("deployment-checkout.yaml", "  replicas: 2\n", "  replica: 2\n")]
    [InlineData("deployment-checkout.yaml", "maxUnavailable: 0\n", "maxUnavailable: true\n")]
    [InlineData("deployment-checkout.yaml", "cpu: 250m\n", "cpu: 250x\n")]
    [InlineData("deployment-checkout.yaml", "value: \"8080\"\n", "value: 8080\n")]
    [InlineData("deployment-checkout.yaml", "imagePullPolicy: IfNotPresent\n", "imagePullPolicy: Sometimes\n")]
    [InlineData("externalsecret-checkout.yaml", "creationPolicy: Owner\n", "creationPolicy: Nobody\n")]
    [InlineData("externalsecret-checkout.yaml", "secretKey: SIGNING_CERT\n", "secretKey: a b\n")]
    [InlineData("networkpolicy-checkout.yaml", "  podSelector:\n", "  podsSelector:\n")]
    [InlineData("cronjob-checkout-cleanup.yaml", "concurrencyPolicy: Forbid\n", "concurrencyPolicy: Never\n")]
    [InlineData("cronjob-checkout-cleanup.yaml", "  startingDeadlineSeconds: 300\n", "  startingDeadlineSeconds: 5m\n")]
    [InlineData("job-checkout-migrate.yaml", "  backoffLimit: 1\n", "  backOffLimit: 1\n")]
    [InlineData("job-checkout-migrate.yaml", "      restartPolicy: Never\n", "      restartPolicy: Sometimes\n")]
    [InlineData("service-checkout.yaml", "protocol: TCP\n", "protocol: HTTP\n")]
    public void What_is_not_valid_is_refused(string path, string right, string wrong) => IsRefused(Apps.Rich(), path, right, wrong);

    private static void IsRefused(AppSpec app, string path, string right, string wrong)
    {
        Schemas.SkipIfAbsent();
        var yaml = app.Files().Single(file => file.Path == path).Content;
        var broken = yaml.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(yaml, broken);
        Assert.Empty(Schemas.Validate(yaml));
        Assert.NotEmpty(Schemas.Validate(broken));
    }

    [SkippableFact]
    public void An_application_with_an_unknown_field_is_refused()
    {
        Schemas.SkipIfAbsent();
        var yaml = ManifestYaml.Write(ApplicationOf(Apps.Rich()));
        Assert.NotEmpty(Schemas.Validate(yaml.Replace("repoURL:", "repoUrl:", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public void A_kind_that_only_a_transform_adds_is_valid_too()
    {
        Schemas.SkipIfAbsent();
        var map = new V1ConfigMap
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = new V1ObjectMeta { Name = "x", Labels = new Dictionary<string, string>() },
            Data = new Dictionary<string, string> { ["name"] = "no", ["apiVersion"] = "1", ["b"] = "x" },
        };

        var yaml = ManifestYaml.Write(map);

        Assert.Empty(Schemas.Validate(yaml));
        Assert.Equal("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:\n  apiVersion: \"1\"\n  b: x\n  name: \"no\"\n", yaml);
    }

    private static void AllValid(AppSpec app)
    {
        Schemas.SkipIfAbsent();
        var documents = app.Files().Where(file => file.Path != "kustomization.yaml").Select(file => file.Content)
            .Append(ManifestYaml.Write(ApplicationOf(app)));
        Assert.All(documents, yaml => Assert.Empty(Schemas.Validate(yaml)));
    }

    private static Application ApplicationOf(AppSpec app) =>
        ApplicationBuilder.Build(app, "https://git.example.com/gitops.git", "main", "apps/x/y");
}
