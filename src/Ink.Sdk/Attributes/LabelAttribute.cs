namespace Ink;

/// <summary>Puts a label of your own on the app's objects and pods; never on a selector.</summary>
/// <remarks>
/// One that names a kind with <see cref="On"/> says more about it than one that names none, and both replace the project's
/// <c>InkLabel</c> items of that key. Source: "Labels and Selectors" and
/// "Annotations" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: Label("example.com/cost-center", "4711")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class LabelAttribute : Attribute
{
    /// <summary>Sets the label.</summary>
    /// <param name="key">
    /// Letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, 63 at most, with a DNS name and <c>/</c> in front where you like
    /// (<c>example.com/cost-center</c>); INK0011 otherwise. Keys that Ink, Argo CD or Kubernetes set are INK0006.
    /// </param>
    /// <param name="value">
    /// Empty, or 63 characters at most of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, a letter or digit at both ends (INK0011
    /// otherwise); may hold placeholders.
    /// </param>
    public LabelAttribute(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The label's key.</summary>
    public string Key { get; }

    /// <summary>The label's value.</summary>
    public string Value { get; }

    /// <summary>
    /// A kind of object, such as <c>Ingress</c>. Without it the label is on all objects of the app's namespace and on the pods.
    /// <c>Pod</c> means the pods alone, any other kind its objects alone, among them <c>Application</c> for the one of Argo CD; a kind
    /// that Ink never makes is INK1014.
    /// </summary>
    public string? On { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one of the same key (and kind).</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the objects of the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
