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

    [SkippableFact]
    public void Every_object_of_an_app_with_volumes_and_config_files_is_valid() => AllValid(StoredApps.Rich());

    [SkippableTheory]
    [InlineData("statefulset-checkout-index.yaml", "podManagementPolicy: Parallel\n", "podManagementPolicy: 1\n")]
    [InlineData("statefulset-checkout-index.yaml", "whenScaled: Retain\n", "whenScale: Retain\n")]
    [InlineData("statefulset-checkout-index.yaml", "storage: 10Gi\n", "storage: 10GB\n")]
    [InlineData("statefulset-checkout-index.yaml", "volumeMode: Filesystem\n", "mode: Filesystem\n")]
    [InlineData("persistentvolumeclaim-checkout-shared.yaml", "  accessModes:\n", "  accessMode:\n")]
    [InlineData("service-checkout-index-headless.yaml", "publishNotReadyAddresses: true\n", "publishNotReadyAddresses: \"true\"\n")]
    public void What_is_not_valid_is_refused_of_volumes(string path, string right, string wrong) => IsRefused(StoredApps.Rich(), path, right, wrong);

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
        var quota = new V1ResourceQuota
        {
            ApiVersion = "v1",
            Kind = "ResourceQuota",
            Metadata = new V1ObjectMeta { Name = "x", Labels = new Dictionary<string, string>() },
            Spec = new V1ResourceQuotaSpec { Hard = new Dictionary<string, ResourceQuantity> { ["pods"] = new("10"), ["cpu"] = new("2") } },
        };

        var yaml = ManifestYaml.Write(quota);

        Assert.Empty(Schemas.Validate(yaml));
        Assert.Equal("apiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: x\nspec:\n  hard:\n    cpu: \"2\"\n    pods: \"10\"\n", yaml);
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
