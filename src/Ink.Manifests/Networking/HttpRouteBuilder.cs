using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Manifests.Networking;

/// <summary>
/// The routes from a Gateway to the web workload: one object a host, because the hosts of an object share all of its paths, and a
/// Gateway, because the paths of an object share all of its Gateways.
/// </summary>
internal static class HttpRouteBuilder
{
    // What the API takes for one rule ("HTTPRouteRule" in its reference).
    private const int MostMatches = 64;

    public static IEnumerable<HttpRoute> Build(AppSpec app)
    {
        if (app.Routes.Count == 0 || app.Web is not { Port: { } port } web)
            return [];

        var groups = app.Routes
            .GroupBy(route => (route.Host, route.GatewayNamespace, route.Gateway))
            .OrderBy(group => group.Key.Host, StringComparer.Ordinal)
            .ThenBy(group => group.Key.GatewayNamespace, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Gateway, StringComparer.Ordinal)
            .ToList();
        return groups.Select((group, i) => new HttpRoute
        {
            Metadata = ObjectMetadata.Create(app, NameOf(i), Labels.Of(app, web), SyncWave.Traffic),
            Spec = new HttpRouteSpec
            {
                ParentRefs = [new ParentReference(group.Key.Gateway, group.Key.GatewayNamespace)],
                Hostnames = [group.Key.Host],
                Rules = [.. Rules(group, new BackendReference(web.ObjectName, port))],
            },
        });

        // The first has the app's name, as the first Ingress does.
        string NameOf(int index)
        {
            var (host, gatewayNamespace, gateway) = groups[index].Key;
            var isAlone = groups.Count(group => group.Key.Host == host) == 1;
            return index == 0 ? app.Name : RouteName(app.Name, host, isAlone ? "" : $" {gatewayNamespace}/{gateway}");
        }
    }

    private static IEnumerable<HttpRouteRule> Rules(IEnumerable<RouteSpec> routes, BackendReference backend) => routes
        .Select(route => route.Path)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Chunk(MostMatches)
        .Select(paths => new HttpRouteRule([.. paths.Select(path => new HttpRouteMatch(new HttpPathMatch(path)))], [backend]));

    // "shop.example.com" → "checkout-shop-example-com"; a hash where that would lose something two routes could differ in.
    private static string RouteName(string app, string host, string suffix)
    {
        var words = host.Replace("*.", "", StringComparison.Ordinal).Replace('.', '-');
        var name = $"{app}-{words}";
        var isExact = suffix.Length == 0 && words.Replace('-', '.') == host && name.Length <= KubernetesName.MaxLabelLength;
        return isExact ? name : ShortName.WithHash(name, host + suffix);
    }
}
