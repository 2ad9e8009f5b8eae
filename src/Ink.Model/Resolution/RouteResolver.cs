using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the hosts and paths that a Gateway routes to the web workload.</summary>
internal static class RouteResolver
{
    public static EquatableArray<RouteSpec> Resolve(DeclarationLayers layers, ResolutionContext context, EquatableArray<WorkloadSpec> workloads) =>
        WebRoutes.Declared(layers, AttributeKind.Route, workloads, "a route leads to")
            .Select(route => Read(route, context))
            .OrderBy(route => route.Host, StringComparer.Ordinal)
            .ThenBy(route => route.Path, StringComparer.Ordinal)
            .ToEquatableArray();

    private static RouteSpec Read(MergedDeclaration declared, ResolutionContext context)
    {
        var host = WebRoutes.Host(declared);
        var path = RoutePath.Normalise(declared.Text("Path", RoutePath.IsGatewayRoute, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not a path that a route takes. Write for example /checkout, without spaces, query, '//' and '..'."));
        var gateway = declared.Setting(context, "Gateway", InkProperty.Gateway, IsGateway, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" does not name a Gateway. Write namespace/name, or name for one in the app's namespace.");
        // The compiler does not see the property, so that only the render can tell.
        if (gateway is null && context.KnowsAllMetadata)
            declared.Report(RuleCatalogue.MissingReference, "Gateway", $"no Gateway is named. Write Gateway = \"namespace/name\", or set {InkProperty.Gateway} for all apps.");

        var slash = gateway?.IndexOf('/') ?? -1;
        return new RouteSpec(host, path ?? "/", gateway?.Substring(slash + 1) ?? "", slash < 0 ? null : gateway!.Substring(0, slash));
    }

    private static bool IsGateway(string text)
    {
        var slash = text.IndexOf('/');
        return KubernetesName.IsSubdomain(text.Substring(slash + 1)) && (slash < 0 || KubernetesName.IsLabel(text.Substring(0, slash)));
    }
}
