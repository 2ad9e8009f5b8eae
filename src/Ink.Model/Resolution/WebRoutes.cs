using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>What every way to the web workload from outside has in common: it needs one, and a host.</summary>
internal static class WebRoutes
{
    /// <summary>The declarations of an attribute that leads to the web workload; reports where there is none to lead to.</summary>
    /// <param name="layers">The declarations.</param>
    /// <param name="kind">The attribute.</param>
    /// <param name="workloads">The app's workloads.</param>
    /// <param name="leadsTo">How the message begins: <c>an ingress routes to</c>.</param>
    public static IReadOnlyList<MergedDeclaration> Declared(DeclarationLayers layers, AttributeKind kind, EquatableArray<WorkloadSpec> workloads, string leadsTo)
    {
        var declared = layers.Many(kind);
        if (declared.Count > 0 && workloads.All(workload => workload.Kind != WorkloadKind.Web))
            declared[0].Report(RuleCatalogue.MissingReference, null, $"{leadsTo} the web workload, and this app has none. Add [assembly: Web], or remove the {kind.Name.ToLowerInvariant()}.");
        return declared;
    }

    /// <summary>The host; empty where it is not valid.</summary>
    public static string Host(MergedDeclaration declared) =>
        declared.Text("Host", KubernetesName.IsHost, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" is not a DNS name. Write a host such as shop.example.com, in lower case, without scheme, port and path.") ?? "";
}
