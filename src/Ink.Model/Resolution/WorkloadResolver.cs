using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;
using System.Globalization;

namespace Ink.Model.Resolution;

/// <summary>Resolves the workloads, or the one that an app without any declared has.</summary>
internal sealed class WorkloadResolver(AppModel model, ResolutionContext context, DeclarationLayers layers, FindingCollector findings)
{
    /// <summary>The role of an ASP.NET Core app that declares none.</summary>
    public const string DefaultWeb = "web";

    /// <summary>The role of any other app that declares none.</summary>
    public const string DefaultWorker = "worker";

    /// <summary>The port of a web workload unless declared: what the .NET base images listen on.</summary>
    public const int DefaultPort = 8080;

    private const int DrainSeconds = 5;
    private const int MostReplicas = 10_000;
    private const string ReplicasRemedy = "Replicas is a count of pods, from 0 to 10000.";

    private static readonly (WorkloadKind Kind, AttributeKind Attribute)[] NamedKinds =
        [(WorkloadKind.Worker, AttributeKind.Worker), (WorkloadKind.CronJob, AttributeKind.CronJob), (WorkloadKind.Job, AttributeKind.Job)];

    /// <summary>
    /// Whether an app that declares such a workload has no default one. A job accompanies what is deployed: an ASP.NET Core app that
    /// declares its migration and nothing else still serves.
    /// </summary>
    public static bool ReplacesDefault(string attribute, AppModel model) => !model.IsAspNetCore || attribute != AttributeKind.Job.Name;

    public EquatableArray<WorkloadSpec> Resolve(string app)
    {
        var web = layers.One(AttributeKind.Web);
        var named = NamedKinds
            .SelectMany(item => layers.Many(item.Attribute).Select(declaration => (item.Kind, Declaration: declaration)))
            .ToList();
        var hasNone = !web.IsDeclared && !named.Any(item => ReplacesDefault(item.Declaration.Kind.Name, model));

        var workloads = new List<WorkloadSpec>();
        var webPort = web.Number("Port", Port.Lowest, Port.Highest, RuleCatalogue.InvalidPort, "A port lies between 1 and 65535; 8080 is usual.") ?? DefaultPort;
        if (web.IsDeclared || (hasNone && model.IsAspNetCore))
            workloads.Add(Build(WorkloadKind.Web, web, web.Raw("Name") ?? DefaultWeb, app, webPort));
        if (hasNone && !model.IsAspNetCore)
            workloads.Add(Build(WorkloadKind.Worker, new MergedDeclaration(AttributeKind.Worker, layers.Placeholders, findings), DefaultWorker, app, webPort));
        WorkloadChecks.CheckUnique(workloads.FirstOrDefault(workload => workload.Kind == WorkloadKind.Web), named);
        foreach (var (kind, declaration) in named)
            workloads.Add(Build(kind, declaration, declaration.Layers[0].WorkloadName, app, webPort));

        var sidecars = new SidecarResolver(context, layers, findings, [.. workloads.Select(workload => workload.Name)]);
        var operated = new OperationResolver(layers).Complete(workloads)
            .Select(workload => workload with { Sidecars = sidecars.Resolve(workload) })
            .OrderBy(workload => workload.Name, StringComparer.Ordinal);
        return new StorageResolver(layers, context).Complete(app, operated).ToEquatableArray();
    }

    private WorkloadSpec Build(WorkloadKind kind, MergedDeclaration declaration, string name, string app, int webPort)
    {
        var isWeb = kind == WorkloadKind.Web;
        var job = kind is WorkloadKind.CronJob or WorkloadKind.Job ? JobResolver.Resolve(declaration, context) : null;
        var objectName = isWeb ? app : $"{app}-{name}";
        WorkloadChecks.CheckName(declaration, kind, name, objectName);

        var health = new HealthResolver(model, layers).Resolve(kind, name, webPort);
        var variables = new VariableResolver(model, context, layers).Resolve(name, HttpPorts(health, webPort));
        return new WorkloadSpec
        {
            Kind = kind,
            Name = name,
            ObjectName = objectName,
            Job = job,
            Replicas = job is null ? Replicas(declaration, isWeb) : 1,
            Port = isWeb ? webPort : null,
            Command = declaration.List("Command"),
            Args = declaration.List("Args"),
            Resources = ResourcesResolver.Resolve(layers.One(AttributeKind.Resources, name), context, findings),
            Health = health,
            Variables = variables,
            Secrets = new SecretResolver(layers, context).Resolve(app, name, variables),
            DrainSeconds = isWeb ? DrainSeconds : 0,
        };
    }

    private int Replicas(MergedDeclaration declaration, bool isWeb) =>
        (isWeb ? declaration.NumberSetting(context, "Replicas", InkProperty.Replicas, 0, MostReplicas, RuleCatalogue.InvalidQuantity, ReplicasRemedy)
            : declaration.Number("Replicas", 0, MostReplicas, RuleCatalogue.InvalidQuantity, ReplicasRemedy))
        ?? (isWeb && context.IsProduction ? 2 : 1);

    // Every role of an ASP.NET Core app runs the server, so all of them listen on the same ports and differ in INK_ROLE alone.
    private string? HttpPorts(HealthSpec? health, int webPort)
    {
        if (!model.IsAspNetCore)
            return null;
        var port = webPort.ToString(CultureInfo.InvariantCulture);
        return health is null || health.Port == webPort ? port : $"{port};{health.Port.ToString(CultureInfo.InvariantCulture)}";
    }
}
