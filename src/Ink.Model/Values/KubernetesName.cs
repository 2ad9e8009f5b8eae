using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>The naming rules of Kubernetes ("Object Names and IDs" in its documentation).</summary>
public static class KubernetesName
{
    /// <summary>The longest DNS label, in characters (RFC 1123).</summary>
    public const int MaxLabelLength = 63;

    /// <summary>
    /// The longest name of a CronJob, in characters: the controller appends 11 to it for the jobs that it makes ("CronJob" in the
    /// Kubernetes documentation).
    /// </summary>
    public const int MaxCronJobLength = 52;

    /// <summary>
    /// The longest name of a StatefulSet, in characters: its pods have a label that holds the name and 11 more (kubernetes/kubernetes#64023).
    /// </summary>
    public const int MaxStatefulSetLength = 52;

    /// <summary>The longest DNS subdomain, in characters (RFC 1123).</summary>
    public const int MaxSubdomainLength = 253;

    /// <summary>The longest name of a container's port, in characters (RFC 6335).</summary>
    public const int MaxPortNameLength = 15;

    /// <summary>What the API server takes for all annotations of an object together, keys and values, in bytes.</summary>
    public const int MaxAnnotationBytes = 256 * 1024;

    private static readonly Regex Label = new("^[a-z0-9]([-a-z0-9]*[a-z0-9])?\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Variable = new("^[A-Za-z_][A-Za-z0-9_.-]*\\z", RegexOptions.CultureInvariant);

    /// <summary>RFC 1123 label: lower-case letters, digits and inner hyphens, 63 characters at most.</summary>
    public static bool IsLabel(string name) => name.Length <= MaxLabelLength && Label.IsMatch(name);

    /// <summary>RFC 1035 label, which a Service's name must be: an RFC 1123 label that begins with a letter.</summary>
    public static bool IsServiceName(string name) => IsLabel(name) && name[0] is >= 'a' and <= 'z';

    /// <summary>
    /// RFC 6335 service name, which a container's port may have: an RFC 1123 label of 15 characters at most, with a letter and without two
    /// hyphens in a row.
    /// </summary>
    public static bool IsPortName(string name) =>
        IsLabel(name)
        && name.Length <= MaxPortNameLength
        && name.Any(character => character is >= 'a' and <= 'z')
        && name.IndexOf("--", StringComparison.Ordinal) < 0;

    /// <summary>RFC 1123 subdomain: labels joined with dots, 253 characters at most.</summary>
    public static bool IsSubdomain(string name) => name.Length <= MaxSubdomainLength && name.Split('.').All(IsLabel);

    /// <summary>A host of an Ingress or route: a subdomain, whose first label may be <c>*</c>.</summary>
    public static bool IsHost(string host) =>
        host.Length <= MaxSubdomainLength
        && IsSubdomain(host.StartsWith("*.", StringComparison.Ordinal) ? host.Substring(2) : host);

    /// <summary>
    /// A name that a container's environment and a Secret's key can both hold: letters, digits, <c>_</c>, <c>-</c>, <c>.</c>, a letter or
    /// <c>_</c> first.
    /// </summary>
    public static bool IsVariable(string name) => name.Length <= MaxSubdomainLength && Variable.IsMatch(name);

    /// <summary>A value of a label: empty, or 63 characters at most of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public static bool IsLabelValue(string value) =>
        value.Length == 0 || (value.Length <= MaxLabelLength && LabelValue.IsMatch(value));

    /// <summary>
    /// The key of a label or annotation ("Syntax and character set" of labels): a name, with a DNS subdomain and a slash in front or not.
    /// </summary>
    public static bool IsQualifiedName(string key)
    {
        var slash = key.IndexOf('/');
        var name = key.Substring(slash + 1);
        return name.Length is > 0 and <= MaxLabelLength && LabelValue.IsMatch(name) && (slash < 0 || IsSubdomain(key.Substring(0, slash)));
    }

    private static readonly Regex LabelValue = new("^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\\z", RegexOptions.CultureInvariant);
}
