namespace Ink.Model.Resolution;

/// <summary>Paths of URLs as users write them.</summary>
internal static class RoutePath
{
    /// <summary>With the leading slash that Kubernetes asks for: <c>checkout</c> means <c>/checkout</c>.</summary>
    public static string? Normalise(string? path) =>
        path is null || path.StartsWith("/", StringComparison.Ordinal) ? path : $"/{path}";
}
