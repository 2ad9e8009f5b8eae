using System.Text.RegularExpressions;

namespace Ink.Model.Resolution;

/// <summary>Paths of URLs as users write them.</summary>
public static class RoutePath
{
    private static readonly Regex Segments = new("^([-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*\\z", RegexOptions.CultureInvariant);

    /// <summary>With the leading slash that Kubernetes asks for: <c>checkout</c> means <c>/checkout</c>.</summary>
    public static string? Normalise(string? path) =>
        path is null || path.StartsWith("/", StringComparison.Ordinal) ? path : $"/{path}";

    /// <summary>What the API server takes as the path of an Ingress; leading slash or not, since it is normalised.</summary>
    public static bool IsRoute(string path) =>
        IsRequest(path)
        && path.IndexOfAny(['?', '#']) < 0
        && path.IndexOf("//", StringComparison.Ordinal) < 0
        && path.Split('/').All(segment => segment is not "." and not "..");

    /// <summary>What the Gateway API takes: the characters of RFC 3986, 1024 at most, no encoded slash.</summary>
    public static bool IsGatewayRoute(string path) =>
        IsRoute(path) && path.Length < 1024 && Segments.IsMatch(path) && path.IndexOf("%2f", StringComparison.OrdinalIgnoreCase) < 0;

    /// <summary>What a probe can ask for: no white space, no control characters.</summary>
    public static bool IsRequest(string path) => !path.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
}
