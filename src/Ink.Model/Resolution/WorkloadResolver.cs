using System.Globalization;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

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

    public EquatableArray<WorkloadSpec> Resolve(string app)
    {
        var web = layers.One(AttributeKind.Web);
        var workers = layers.Many(AttributeKind.Worker);
        var hasNone = !web.IsDeclared && workers.Count == 0;

        var workloads = new List<WorkloadSpec>();
        var webPort = web.Number("Port", 1, 65535, RuleCatalogue.InvalidPort, "A port lies between 1 and 65535; 8080 is usual.") ?? DefaultPort;
        if (web.IsDeclared || (hasNone && model.IsAspNetCore))
            workloads.Add(Build(WorkloadKind.Web, web, web.Raw("Name") ?? DefaultWeb, app, webPort));
        if (hasNone && !model.IsAspNetCore)
            workloads.Add(Build(WorkloadKind.Worker, new MergedDeclaration(AttributeKind.Worker, layers.Placeholders, findings), DefaultWorker, app, webPort));
        foreach (var worker in workers)
            workloads.Add(Build(WorkloadKind.Worker, worker, worker.Layers[0].WorkloadName, app, webPort));

        CheckUnique(workloads, workers);
        return new OperationResolver(layers).Complete(workloads).OrderBy(workload => workload.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    private WorkloadSpec Build(WorkloadKind kind, MergedDeclaration declaration, string name, string app, int webPort)
    {
        var isWeb = kind == WorkloadKind.Web;
        var objectName = isWeb ? app : $"{app}-{name}";
        CheckName(declaration, name, objectName, isWeb);

        var health = new HealthResolver(model, layers).Resolve(kind, name, webPort);
        var variables = new VariableResolver(model, context, layers).Resolve(name, HttpPorts(health, webPort));
        return new WorkloadSpec
        {
            Kind = kind,
            Name = name,
            ObjectName = objectName,
            Replicas = declaration.Number("Replicas", 0, 10_000, RuleCatalogue.InvalidQuantity, "Replicas is a count of pods, from 0 to 10000.")
                ?? (isWeb && context.IsProduction ? 2 : 1),
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

    // Every role of an ASP.NET Core app runs the server, so all of them listen on the same ports and differ in INK_ROLE alone.
    private string? HttpPorts(HealthSpec? health, int webPort)
    {
        if (!model.IsAspNetCore)
            return null;
        var port = webPort.ToString(CultureInfo.InvariantCulture);
        return health is null || health.Port == webPort ? port : $"{port};{health.Port.ToString(CultureInfo.InvariantCulture)}";
    }

    private static void CheckName(MergedDeclaration declaration, string name, string objectName, bool isWeb)
    {
        if (!KubernetesName.IsLabel(name))
        {
            var reason = name.IndexOf('{') < 0 ? "" : " Placeholders do not work here: the name is compiled into the app.";
            declaration.Report(RuleCatalogue.InvalidName, "Name", $"the workload's name {LabelAdvice.For(name)}{reason}");
        }
        else if (objectName.Length > KubernetesName.MaxLabelLength && !isWeb)
        {
            declaration.Report(RuleCatalogue.InvalidName, "Name", $"\"{objectName}\" has {objectName.Length} characters; {KubernetesName.MaxLabelLength} are allowed. Shorten the app's or the workload's name.");
        }
    }

    private static void CheckUnique(List<WorkloadSpec> workloads, IReadOnlyList<MergedDeclaration> workers)
    {
        var web = workloads.FirstOrDefault(workload => workload.Kind == WorkloadKind.Web);
        var twin = workers.FirstOrDefault(worker => web is not null && worker.Layers[0].WorkloadName == web.Name);
        twin?.Report(RuleCatalogue.DuplicateName, "Name", $"the web workload is called \"{web!.Name}\" already. Give one of them a name of its own.");

        // One image serves every environment, so a role runs the same code in all of them.
        foreach (var worker in workers)
        {
            var types = worker.Layers.Select(layer => layer.TextOf("Type")).Where(type => type is not null).Distinct().ToList();
            if (types.Count > 1)
                worker.Report(RuleCatalogue.DuplicateName, "Type", $"the worker \"{worker.Layers[0].WorkloadName}\" is {TypeName.Simple(types[0]!)} already. Give one of them a name of its own.");
        }
    }
}
