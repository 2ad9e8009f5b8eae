namespace Ink;

/// <summary>Puts an annotation of your own on the app's objects.</summary>
/// <remarks>
/// One that names a kind with <see cref="On"/> says more about it than one that names none, and both replace the project's
/// <c>InkAnnotation</c> items of that key. Source: "Labels and Selectors" and
/// "Annotations" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: Annotation("prometheus.io/scrape", "true", On = "Pod")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AnnotationAttribute : Attribute
{
    /// <summary>Sets the annotation.</summary>
    /// <param name="key">
    /// Letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, 63 at most, with a DNS name and <c>/</c> in front where you like
    /// (<c>prometheus.io/scrape</c>); INK0011 otherwise. Keys that Ink or Argo CD set are INK0006.
    /// </param>
    /// <param name="value">Any text of 256 KiB at most (INK0011 otherwise); may be empty and may hold placeholders.</param>
    public AnnotationAttribute(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The annotation's key.</summary>
    public string Key { get; }

    /// <summary>The annotation's value.</summary>
    public string Value { get; }

    /// <summary>
    /// A kind of object, such as <c>Ingress</c>. Without it the annotation is on all objects of the app's namespace, but not on the pods.
    /// <c>Pod</c> means the pods alone, any other kind its objects alone, among them <c>Application</c> for the one of Argo CD; a kind
    /// that Ink never makes is INK1014.
    /// </summary>
    public string? On { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one of the same key (and kind).</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the objects of the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
