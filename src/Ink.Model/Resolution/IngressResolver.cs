using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the hosts and paths of the web workload.</summary>
internal static class IngressResolver
{
    private const string DefaultClass = "shared";

    public static EquatableArray<IngressSpec> Resolve(DeclarationLayers layers, ResolutionContext context, EquatableArray<WorkloadSpec> workloads)
    {
        var declared = layers.Many(AttributeKind.Ingress);
        if (declared.Count > 0 && workloads.All(workload => workload.Kind != WorkloadKind.Web))
            declared[0].Report(RuleCatalogue.MissingReference, null, "an ingress routes to the web workload, and this app has none. Add [assembly: Web], or remove the ingress.");

        return declared
            .Select(ingress => Read(ingress, context))
            .OrderBy(ingress => ingress.Host, StringComparer.Ordinal)
            .ThenBy(ingress => ingress.Path, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static IngressSpec Read(MergedDeclaration declared, ResolutionContext context)
    {
        var host = declared.Text("Host", KubernetesName.IsHost, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" is not a DNS name. Write a host such as shop.example.com, in lower case, without scheme, port and path.") ?? "";
        var path = RoutePath.Normalise(declared.Text("Path", RoutePath.IsRoute, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not a path that an Ingress takes. Write for example /checkout, without spaces, query, '//' and '..'."));
        var ingressClass = declared.Setting(context, "Class", InkProperty.IngressClass, KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" cannot be the name of an IngressClass. Write lower-case letters, digits, '-' and '.'.");
        var secret = declared.Text("TlsSecret", KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" cannot be the name of a Secret. Write lower-case letters, digits, '-' and '.'.");
        return new IngressSpec(
            host,
            path ?? "/",
            declared.Text("PathType") ?? "Prefix",
            ingressClass ?? DefaultClass,
            declared.Flag("Tls") ?? true,
            secret);
    }
}
