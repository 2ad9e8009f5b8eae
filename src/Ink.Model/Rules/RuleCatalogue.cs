namespace Ink.Model.Rules;

/// <summary>Every rule, once. The analyzer, the tasks and docs/rules take ids, titles and severities from here.</summary>
public static class RuleCatalogue
{
    public static readonly Rule NoEffect = Warning("INK0001", "Ink attribute has no effect here");
    public static readonly Rule InvalidName = Error("INK0002", "Name is not a valid DNS-1123 label or is too long");
    public static readonly Rule InvalidQuantity = Error("INK0003", "Quantity is not valid");
    public static readonly Rule RequestExceedsLimit = Error("INK0004", "Request exceeds limit");
    public static readonly Rule InvalidPort = Error("INK0005", "Port or port name is not valid");
    public static readonly Rule DuplicateName = Error("INK0006", "Duplicate name");
    public static readonly Rule DeclaredTwice = Error("INK0007", "Declared twice for the same workload and environment");
    public static readonly Rule EmptyArgument = Error("INK0008", "Argument is empty or not constant");
    public static readonly Rule InvalidDuration = Error("INK0009", "Schedule, duration or percentage is not valid");
    public static readonly Rule UnknownEnvironment = Warning("INK0010", "Environment is not declared in InkEnvironments");
    public static readonly Rule InvalidMetadata = Error("INK0011", "Label or annotation key/value is not valid");
    public static readonly Rule UnknownPlaceholder = Error("INK0012", "Unknown placeholder");
    public static readonly Rule WrongType = Error("INK0013", "Type does not fit its role");
    public static readonly Rule MissingRequests = Warning("INK1001", "No CPU or memory request");
    public static readonly Rule MemoryLimit = Warning("INK1002", "No memory limit, or limit far above request");
    public static readonly Rule CpuLimit = Off("INK1003", "No CPU limit");
    public static readonly Rule StorageLimit = Info("INK1004", "No ephemeral-storage limit");
    public static readonly Rule ReadinessProbe = Warning("INK1005", "Served workload has no readiness probe");
    public static readonly Rule EqualProbes = Warning("INK1006", "Liveness equals readiness");
    public static readonly Rule ProbePort = Error("INK1007", "Probe port is not exposed");
    public static readonly Rule UnmappedProbe = Info("INK1008", "Probe path is not mapped in the source");
    public static readonly Rule SingleReplica = Warning("INK1009", "Fewer than two replicas in production");
    public static readonly Rule WrongScale = Error("INK1010", "Autoscaler bounds are wrong") with { MakesInvalidObjects = true };
    public static readonly Rule BlockedEviction = Error("INK1011", "Disruption budget blocks every eviction") with { MakesInvalidObjects = true };
    public static readonly Rule UnsafeCron = Warning("INK1013", "Cron without deadline or with unsafe concurrency");
    public static readonly Rule MissingReference = Error("INK1014", "Reference to something that does not exist") with { MakesInvalidObjects = true };
    public static readonly Rule ShutdownTime = Warning("INK1015", "Host shutdown timeout exceeds the grace period");
    public static readonly Rule UnreadableManifest = Error("INK1016", "Manifest cannot be read");
    public static readonly Rule RootUser = Error("INK2001", "Runs as root");
    public static readonly Rule Privileged = Error("INK2002", "Privileged, or may escalate");
    public static readonly Rule Capabilities = Error("INK2003", "Capability outside the allow-list, or ALL not dropped");
    public static readonly Rule HostAccess = Error("INK2004", "Host namespace, hostPort or hostPath");
    public static readonly Rule WritableRoot = Warning("INK2005", "Writable root filesystem");
    public static readonly Rule UnsafeKernel = Error("INK2006", "Unsafe seccomp, AppArmor, SELinux, procMount or sysctl");
    public static readonly Rule UnpinnedImage = Warning("INK2007", "Image is latest, untagged or not pinned by digest");
    public static readonly Rule MountedToken = Warning("INK2008", "Service-account token mounted without need");
    public static readonly Rule IngressTls = Warning("INK2009", "Ingress without TLS");
    public static readonly Rule ExposedService = Warning("INK2010", "Service of type NodePort or LoadBalancer");
    public static readonly Rule UnguardedPod = Warning("INK2011", "Pod that no NetworkPolicy selects");
    public static readonly Rule BroadAccess = Error("INK2012", "Over-broad RBAC");
    public static readonly Rule PodSecurity = Error("INK2013", "Pod Security Standard of the namespace not met");
    public static readonly Rule PrivilegedPort = Warning("INK2014", "Listens on a port below 1024");
    public static readonly Rule KnownCredential = DeployError("INK3001", "Credential of a known format in source");
    public static readonly Rule PrivateKey = Error("INK3002", "Private key or certificate material");
    public static readonly Rule PasswordInAddress = DeployError("INK3003", "Password in a connection string or URL");
    public static readonly Rule LikelySecret = new("INK3004", "Likely secret in a literal, by its name", RuleSeverity.Info);
    public static readonly Rule SecretInSettings = DeployError("INK3005", "Secret in appsettings, launchSettings or .env");
    public static readonly Rule SecretInProject = Error("INK3006", "Secret in a project property or nuget.config");
    public static readonly Rule SecretVariable = Error("INK3007", "Secret-named variable holds a literal");
    public static readonly Rule PlainSecret = Error("INK3008", "Secret in a ConfigMap, or a plain Secret rendered");
    public static readonly Rule Unexpected = Error("INK4000", "Unexpected failure");
    public static readonly Rule PolicyFailed = Error("INK4001", "Policy failed; nothing was pushed");
    public static readonly Rule RegistryFailed = Error("INK4002", "Registry unreachable or refused");
    public static readonly Rule GitOpsFailed = Error("INK4003", "GitOps repository unreachable or refused");
    public static readonly Rule GitOpsKeptMoving = Error("INK4004", "GitOps branch kept moving; retries spent");
    public static readonly Rule KustomizeFailed = Error("INK4005", "Kustomize is needed and missing, or failed");
    public static readonly Rule DigestUnresolved = Error("INK4006", "Digest could not be resolved");
    public static readonly Rule DirtyTree = Error("INK4007", "Working tree has uncommitted changes");
    public static readonly Rule UndeclaredEnvironment = Error("INK4008", "Environment is not declared");
    public static readonly Rule NoRepository = Error("INK4009", "Not a git repository, or no commit yet");
    public static readonly Rule NewerDeployed = Error("INK4010", "Something newer is deployed");
    public static readonly Rule TagTaken = Error("INK4011", "Tag exists with other content");
    public static readonly Rule NothingToPromote = Error("INK4012", "Nothing to promote or roll back to");
    public static readonly Rule ForeignFile = Warning("INK4014", "File in Ink's folder that Ink did not write");
    public static readonly Rule TransformFailed = Error("INK4015", "Transform failed");
    public static readonly Rule SupplyChainFailed = Error("INK4017", "SBOM, provenance or signature could not be made");
    public static readonly Rule OtherVersion = Warning("INK4018", "Release was rendered by another version of Ink");
    public static readonly Rule UnknownOrder = Warning("INK4019", "Which commit is newer is judged by time alone");
    public static readonly Rule ChangedByHand = Warning("INK4020", "File was changed by hand since Ink wrote it");
    public static readonly Rule PullRequestFailed = Warning("INK4021", "Pull request could not be opened");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NoEffect, InvalidName, InvalidQuantity, RequestExceedsLimit, InvalidPort, DuplicateName, DeclaredTwice, EmptyArgument,
        InvalidDuration, UnknownEnvironment, InvalidMetadata, UnknownPlaceholder, WrongType,
        MissingRequests, MemoryLimit, CpuLimit, StorageLimit, ReadinessProbe, EqualProbes, ProbePort, UnmappedProbe, SingleReplica,
        WrongScale, BlockedEviction, UnsafeCron, MissingReference, ShutdownTime, UnreadableManifest,
        RootUser, Privileged, Capabilities, HostAccess, WritableRoot, UnsafeKernel, UnpinnedImage, MountedToken, IngressTls, ExposedService,
        UnguardedPod, BroadAccess, PodSecurity, PrivilegedPort,
        KnownCredential, PrivateKey, PasswordInAddress, LikelySecret, SecretInSettings, SecretInProject, SecretVariable, PlainSecret,
        Unexpected, PolicyFailed, RegistryFailed, GitOpsFailed, GitOpsKeptMoving, KustomizeFailed, DigestUnresolved, DirtyTree, UndeclaredEnvironment, NoRepository,
        NewerDeployed, TagTaken, NothingToPromote, ForeignFile, TransformFailed, SupplyChainFailed, OtherVersion, UnknownOrder, ChangedByHand,
        PullRequestFailed,
    ];

    private static Rule Error(string id, string title) => new(id, title, RuleSeverity.Error);

    private static Rule DeployError(string id, string title) => Warning(id, title) with { DeploySeverity = RuleSeverity.Error };

    private static Rule Warning(string id, string title) => new(id, title, RuleSeverity.Warning);

    private static Rule Info(string id, string title) => new(id, title, RuleSeverity.Info);

    private static Rule Off(string id, string title) => new(id, title, RuleSeverity.None);
}
