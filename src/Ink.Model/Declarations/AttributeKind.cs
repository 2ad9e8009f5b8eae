namespace Ink.Model.Declarations;

/// <summary>What Ink knows of an attribute: which argument identifies a declaration, and whether it may stand more than once.</summary>
/// <param name="Name">The attribute's name without its suffix.</param>
/// <param name="Key">
/// The argument that tells two declarations of the attribute apart; <see langword="null"/> where there is one for a scope.
/// </param>
/// <param name="OptionalKey">
/// A second such argument that an override may leave out: <c>[Ingress("a", Environment = "dev")]</c> overrides every path of host a.
/// </param>
/// <param name="IsWorkload">It declares a workload.</param>
/// <param name="IsPerWorkload">It may be limited to a workload; the others speak of the app or of the workload they declare.</param>
public sealed record AttributeKind(
    string Name,
    string? Key = null,
    string? OptionalKey = null,
    bool IsWorkload = false,
    bool IsPerWorkload = false)
{
    public static readonly AttributeKind App = new("App");
    public static readonly AttributeKind Web = new("Web", IsWorkload: true);
    public static readonly AttributeKind Worker = new("Worker", Key: "Name", IsWorkload: true) { Required = ["Name"] };
    public static readonly AttributeKind CronJob = new("CronJob", Key: "Name", IsWorkload: true) { Required = ["Schedule"] };
    public static readonly AttributeKind Job = new("Job", Key: "Name", IsWorkload: true) { Required = ["Name"] };
    public static readonly AttributeKind Resources = new("Resources", IsPerWorkload: true);
    public static readonly AttributeKind Health = new("Health", IsPerWorkload: true);
    public static readonly AttributeKind Ingress = new("Ingress", Key: "Host", OptionalKey: "Path") { Required = ["Host"] };
    public static readonly AttributeKind EnvironmentVariable = new("EnvironmentVariable", Key: "Name", IsPerWorkload: true) { Required = ["Name", "Value"] };
    public static readonly AttributeKind Secret = new("Secret", Key: "Name", IsPerWorkload: true) { Required = ["Name"] };
    public static readonly AttributeKind IamRole = new("IamRole") { Required = ["Arn"] };
    public static readonly AttributeKind Autoscale = new("Autoscale", IsPerWorkload: true);
    public static readonly AttributeKind Availability = new("Availability", IsPerWorkload: true);
    public static readonly AttributeKind Label = new("Label", Key: "Key", OptionalKey: "On", IsPerWorkload: true) { Required = ["Key", "Value"] };
    public static readonly AttributeKind Annotation = new("Annotation", Key: "Key", OptionalKey: "On", IsPerWorkload: true) { Required = ["Key", "Value"] };
    public static readonly AttributeKind Metrics = new("Metrics", IsPerWorkload: true);
    public static readonly AttributeKind AllowFrom = new("AllowFrom", Key: "Peer", OptionalKey: "Port", IsPerWorkload: true) { Required = ["Peer"] };
    public static readonly AttributeKind AllowTo = new("AllowTo", Key: "Peer", OptionalKey: "Port", IsPerWorkload: true) { Required = ["Peer"] };
    public static readonly AttributeKind Route = new("Route", Key: "Host", OptionalKey: "Path") { Required = ["Host"] };
    public static readonly AttributeKind QueueScale = new("QueueScale", IsPerWorkload: true) { Required = ["Trigger"] };
    public static readonly AttributeKind Sidecar = new("Sidecar", Key: "Name", IsPerWorkload: true) { Required = ["Name"] };
    public static readonly AttributeKind Suppress = new("Suppress", Key: "Rule", IsPerWorkload: true) { Required = ["Rule", "Reason"] };
    public static readonly AttributeKind Volume = new("Volume", Key: "MountPath", IsPerWorkload: true) { Required = ["MountPath"] };
    public static readonly AttributeKind ConfigFile = new("ConfigFile", Key: "Path", IsPerWorkload: true) { Required = ["Path"] };

    /// <summary>
    /// The texts that have to be there; a type argument stands in for <c>Name</c>. The compiler sees to it, but a model may come from
    /// elsewhere.
    /// </summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Every attribute of the namespace <c>Ink</c>.</summary>
    public static IReadOnlyList<AttributeKind> All { get; } =
    [
        App, Web, Worker, CronJob, Job, Resources, Health, Ingress, EnvironmentVariable, Secret, IamRole,
        Autoscale, Availability, Label, Annotation, Metrics, AllowFrom, AllowTo, Route, QueueScale, Sidecar, Volume, ConfigFile, Suppress,
    ];

    /// <summary>The kind of that name, or <see langword="null"/>.</summary>
    public static AttributeKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
