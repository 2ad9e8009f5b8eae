using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the hosts and paths that a Gateway routes to the web workload.</summary>
internal static class RouteResolver
{
    public static EquatableArray<RouteSpec> Resolve(DeclarationLayers layers, ResolutionContext context, EquatableArray<WorkloadSpec> workloads)
    {
        var declared = layers.Many(AttributeKind.Route);
        if (declared.Count > 0 && workloads.All(workload => workload.Kind != WorkloadKind.Web))
            declared[0].Report(RuleCatalogue.MissingReference, null, "a route leads to the web workload, and this app has none. Add [assembly: Web], or remove the route.");

        return declared
            .Select(route => Read(route, context))
            .OrderBy(route => route.Host, StringComparer.Ordinal)
            .ThenBy(route => route.Path, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static RouteSpec Read(MergedDeclaration declared, ResolutionContext context)
    {
        var host = declared.Text("Host", KubernetesName.IsHost, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" is not a DNS name. Write a host such as shop.example.com, in lower case, without scheme, port and path.") ?? "";
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
