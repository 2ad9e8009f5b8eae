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
    public static readonly Rule WrongScale = Error("INK1010", "Autoscaler bounds are wrong");
    public static readonly Rule BlockedEviction = Error("INK1011", "Disruption budget blocks every eviction");
    public static readonly Rule MissingReference = Error("INK1014", "Reference to something that does not exist");
    public static readonly Rule Unexpected = Error("INK4000", "Unexpected failure");
    public static readonly Rule RegistryFailed = Error("INK4002", "Registry unreachable or refused");
    public static readonly Rule GitOpsFailed = Error("INK4003", "GitOps repository unreachable or refused");
    public static readonly Rule GitOpsKeptMoving = Error("INK4004", "GitOps branch kept moving; retries spent");
    public static readonly Rule KustomizeFailed = Error("INK4005", "Kustomize is needed and missing, or failed");
    public static readonly Rule DigestUnresolved = Error("INK4006", "Digest could not be resolved");
    public static readonly Rule DirtyTree = Error("INK4007", "Working tree has uncommitted changes");
    public static readonly Rule UndeclaredEnvironment = Error("INK4008", "Environment is not declared");
    public static readonly Rule NoRepository = Error("INK4009", "Not a git repository, or no commit yet");
    public static readonly Rule TagTaken = Error("INK4011", "Tag exists with other content");
    public static readonly Rule ForeignFile = Warning("INK4014", "File in Ink's folder that Ink did not write");
    public static readonly Rule TransformFailed = Error("INK4015", "Transform failed");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NoEffect, InvalidName, InvalidQuantity, RequestExceedsLimit, InvalidPort, DuplicateName, DeclaredTwice, EmptyArgument,
        InvalidDuration, UnknownEnvironment, InvalidMetadata, UnknownPlaceholder, WrongType,
        WrongScale, BlockedEviction, MissingReference,
        Unexpected, RegistryFailed, GitOpsFailed, GitOpsKeptMoving, KustomizeFailed, DigestUnresolved, DirtyTree, UndeclaredEnvironment, NoRepository,
        TagTaken, ForeignFile, TransformFailed,
    ];

    private static Rule Error(string id, string title) => new(id, title, RuleSeverity.Error);

    private static Rule Warning(string id, string title) => new(id, title, RuleSeverity.Warning);
}
