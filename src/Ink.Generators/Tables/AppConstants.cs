using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Generators.Tables;

/// <summary>The constants of <c>InkApp</c>.</summary>
internal sealed record AppConstants(
    string Name,
    EquatableArray<Constant> Roles,
    EquatableArray<Constant> Ports,
    EquatableArray<Constant> Variables,
    EquatableArray<Constant> Secrets)
{
    private const string HealthPort = "health";

    public static AppConstants Of(AppModel model, Environments environments) => new(
        environments.Local.Name,
        Constant.Texts("Roles", environments.Workloads.Select(workload => workload.Name)),
        Constant.Numbers("Ports", PortNumbers(model, environments)),
        Constant.Texts("EnvironmentVariables", Names(model, AttributeKind.EnvironmentVariable)),
        Constant.Texts("Secrets", Names(model, AttributeKind.Secret)));

    // A web workload that exists in some environments only still has its constant, with the port of the first of them.
    private static IEnumerable<KeyValuePair<string, int>> PortNumbers(AppModel model, Environments environments)
    {
        var web = environments.Workloads
            .Where(workload => workload is { Kind: WorkloadKind.Web, Port: not null })
            .GroupBy(workload => workload.Name, StringComparer.Ordinal)
            .Select(group => new KeyValuePair<string, int>(group.Key, group.First().Port!.Value));
        var health = model.Declarations
            .Where(declaration => declaration.Attribute == AttributeKind.Health.Name && declaration.Environment is null)
            .Where(declaration => declaration["Port"] is ArgumentValue.Number)
            .Select(declaration => new KeyValuePair<string, int>(HealthPortName(declaration), ((ArgumentValue.Number)declaration["Port"]!).Value));
        var sidecars = environments.Workloads
            .SelectMany(workload => workload.Sidecars)
            .Where(sidecar => sidecar.Port is not null)
            .Select(sidecar => new KeyValuePair<string, int>(sidecar.Name, sidecar.Port!.Value));
        return web.Concat(health).Concat(sidecars);
    }

    private static string HealthPortName(Declaration declaration) =>
        declaration.Workload is { } workload ? $"{workload}-{HealthPort}" : HealthPort;

    private static IEnumerable<string> Names(AppModel model, AttributeKind kind) =>
        model.Declarations
            .Where(declaration => declaration.Attribute == kind.Name)
            .Select(declaration => declaration.TextOf("Name"))
            .OfType<string>()
            .Where(KubernetesName.IsVariable);
}
