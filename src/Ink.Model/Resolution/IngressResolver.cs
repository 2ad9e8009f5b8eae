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

    public static EquatableArray<IngressSpec> Resolve(DeclarationLayers layers, ResolutionContext context, EquatableArray<WorkloadSpec> workloads) =>
        WebRoutes.Declared(layers, AttributeKind.Ingress, workloads, "an ingress routes to")
            .Select(ingress => Read(ingress, context))
            .OrderBy(ingress => ingress.Host, StringComparer.Ordinal)
            .ThenBy(ingress => ingress.Path, StringComparer.Ordinal)
            .ToEquatableArray();

    private static IngressSpec Read(MergedDeclaration declared, ResolutionContext context)
    {
        var host = WebRoutes.Host(declared);
        var path = RoutePath.Normalise(declared.Text("Path", RoutePath.IsRoute, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not a path that an Ingress takes. Write for example /checkout, without spaces, query, '//' and '..'."));
        var ingressClass = declared.Setting(context, "Class", InkProperty.IngressClass, KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" cannot be the name of an IngressClass. Write lower-case letters, digits, '-' and '.'.");
        var secret = declared.Setting(context, "TlsSecret", InkProperty.IngressTlsSecret, KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" cannot be the name of a Secret. Write lower-case letters, digits, '-' and '.'.");
        return new IngressSpec(
            host,
            path ?? "/",
            declared.Text("PathType") ?? "Prefix",
            ingressClass ?? DefaultClass,
            declared.FlagSetting(context, "Tls", InkProperty.IngressTls) ?? true,
            secret);
    }
}
