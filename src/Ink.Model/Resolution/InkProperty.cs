namespace Ink.Model.Resolution;

/// <summary>
/// The MSBuild properties that a project, an organisation or a call sets. The names here, those that Ink.Sdk.targets hands to the tasks
/// and those of docs/reference/properties.md are held together by a test.
/// </summary>
public static class InkProperty
{
    public const string Policy = "InkPolicy";
    public const string AppName = "InkAppName";
    public const string Namespace = "InkNamespace";
    public const string Team = "InkTeam";
    public const string PartOf = "InkPartOf";
    public const string IamRole = "InkIamRole";
    public const string Replicas = "InkReplicas";
    public const string DefaultCpu = "InkDefaultCpu";
    public const string DefaultMemory = "InkDefaultMemory";
    public const string DefaultCpuLimit = "InkDefaultCpuLimit";
    public const string DefaultMemoryLimit = "InkDefaultMemoryLimit";
    public const string DefaultEphemeralStorage = "InkDefaultEphemeralStorage";
    public const string HealthReady = "InkHealthReady";
    public const string HealthLive = "InkHealthLive";
    public const string HealthStartup = "InkHealthStartup";
    public const string HealthPeriodSeconds = "InkHealthPeriodSeconds";
    public const string HealthTimeoutSeconds = "InkHealthTimeoutSeconds";
    public const string HealthFailureThreshold = "InkHealthFailureThreshold";
    public const string MaxUnavailable = "InkMaxUnavailable";
    public const string Spread = "InkSpread";
    public const string GraceSeconds = "InkGraceSeconds";
    public const string PriorityClass = "InkPriorityClass";
    public const string JobRetries = "InkJobRetries";
    public const string JobDeadlineSeconds = "InkJobDeadlineSeconds";
    public const string CronTimeZone = "InkCronTimeZone";
    public const string CronConcurrency = "InkCronConcurrency";
    public const string IngressClass = "InkIngressClass";
    public const string IngressTls = "InkIngressTls";
    public const string IngressTlsSecret = "InkIngressTlsSecret";
    public const string Gateway = "InkGateway";
    public const string StorageClass = "InkStorageClass";
    public const string AllowFrom = "InkAllowFrom";
    public const string AllowTo = "InkAllowTo";
    public const string MetricsPath = "InkMetricsPath";
    public const string MetricsIntervalSeconds = "InkMetricsIntervalSeconds";
    public const string SecretStore = "InkSecretStore";
    public const string SecretStoreKind = "InkSecretStoreKind";
    public const string SecretFrom = "InkSecretFrom";
    public const string SecretRefreshInterval = "InkSecretRefreshInterval";
    public const string ArgoNamespace = "InkArgoNamespace";
    public const string ArgoProject = "InkArgoProject";
    public const string ArgoSyncOptions = "InkArgoSyncOptions";
    public const string ArgoNotifications = "InkArgoNotifications";
    public const string KargoStage = "InkKargoStage";
    public const string HydratorMetadata = "InkHydratorMetadata";
    public const string Registry = "InkRegistry";
    public const string ImageRepository = "InkImageRepository";
    public const string GitOpsUrl = "InkGitOpsUrl";
    public const string GitOpsBranch = "InkGitOpsBranch";
    public const string GitOpsPath = "InkGitOpsPath";
    public const string GitOpsRetries = "InkGitOpsRetries";
    public const string GitOpsTimeout = "InkGitOpsTimeout";
    public const string GitOpsMode = "InkGitOpsMode";
    public const string GitOpsProvider = "InkGitOpsProvider";
    public const string GitOpsApiUrl = "InkGitOpsApiUrl";
    public const string GitOpsSign = "InkGitOpsSign";
    public const string AllowStale = "InkAllowStale";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(InkProperty).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
    ];
}
