using CsCheck;
using Ink.Model.Resolution;

namespace Ink.Manifests.Tests.Properties;

/// <summary>What may be set in each property, and goes together with all that <see cref="AttributeGen"/> writes.</summary>
internal static class PropertyGen
{
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["InkStorageClass"] = ["gp3"],
        ["InkAppName"] = ["till", "x-1"],
        ["InkNamespace"] = ["shop", "{app}-{environment}"],
        ["InkTeam"] = ["payments"],
        ["InkPartOf"] = ["shop"],
        ["InkIamRole"] = ["arn:aws:iam::{account}:role/{app}"],
        ["InkReplicas"] = ["0", "1", "4"],
        ["InkDefaultCpu"] = ["50m", "1"],
        ["InkDefaultMemory"] = ["64Mi", "300M"],
        ["InkDefaultCpuLimit"] = ["1", "1500m"],
        ["InkDefaultMemoryLimit"] = ["300M", "2Gi"],
        ["InkDefaultEphemeralStorage"] = ["1Gi"],
        ["InkHealthReady"] = ["/r", "r?x"],
        ["InkHealthLive"] = ["/l"],
        ["InkHealthStartup"] = ["/s"],
        ["InkHealthPeriodSeconds"] = ["1", "3600"],
        ["InkHealthTimeoutSeconds"] = ["5"],
        ["InkHealthFailureThreshold"] = ["1000"],
        ["InkMaxUnavailable"] = ["1", "30%"],
        ["InkSpread"] = ["true", "False"],
        ["InkGraceSeconds"] = ["6", "600"],
        ["InkPriorityClass"] = ["standard"],
        ["InkJobRetries"] = ["0", "100"],
        ["InkJobDeadlineSeconds"] = ["1", "3600"],
        ["InkCronTimeZone"] = ["Europe/Berlin"],
        ["InkCronConcurrency"] = ["Allow", "Replace"],
        ["InkIngressClass"] = ["edge"],
        ["InkIngressTls"] = ["false", "TRUE"],
        ["InkIngressTlsSecret"] = ["{app}-tls"],
        ["InkGateway"] = ["edge", "gateways/edge"],
        ["InkAllowFrom"] = ["any", "cart; gateways/*;10.0.0.0/8"],
        ["InkAllowTo"] = ["any", "shop/cart"],
        ["InkMetricsPath"] = ["/m"],
        ["InkMetricsIntervalSeconds"] = ["15"],
        ["InkSecretStore"] = ["vault"],
        ["InkSecretStoreKind"] = ["SecretStore"],
        ["InkSecretFrom"] = ["{environment}/{name}"],
        ["InkSecretRefreshInterval"] = ["0s", "90m"],
        ["InkArgoNamespace"] = ["gitops"],
        ["InkArgoProject"] = ["shop"],
        ["InkArgoSyncOptions"] = ["ServerSideApply=true;PruneLast=false"],
        ["InkArgoNotifications"] = ["on-sync-failed.slack=team-{app}"],
        ["InkKargoStage"] = ["shop:{environment}"],
    };

    /// <summary>Some of them, by their names.</summary>
    public static Gen<Dictionary<string, string>> Some { get; } =
        Gen.OneOf([.. Values.Keys]).SelectMany(name => Gen.OneOf(Values[name]).Select(value => (name, value))).Array[0, 8]
            .Select(pairs => pairs.DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.value));

    /// <summary>Labels or annotations of a project.</summary>
    public static Gen<ProjectMetadata[]> Metadata { get; } =
        Gen.Select(
            Gen.OneOf("tier", "example.com/cost", "name"),
            Gen.OneOf("", "gold", "{environment}"),
            Gen.OneOf<string?>(null, "Pod", "Service"),
            Gen.OneOf<string?>(null, ModelGen.Production),
            (key, value, on, environment) => new ProjectMetadata(key, value, on, environment))
        .Array[0, 3];
}
