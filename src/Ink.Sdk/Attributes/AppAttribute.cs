namespace Ink;

/// <summary>Names the application and says whose it is.</summary>
/// <remarks>
/// Without it the application is called like the project's <c>InkAppName</c>, else like the assembly in kebab case
/// (<c>Shop.CheckoutApi</c> → <c>shop-checkout-api</c>).
/// </remarks>
/// <example><c>[assembly: App("checkout", Team = "payments", PartOf = "shop")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AppAttribute : Attribute
{
    /// <summary>Names the application.</summary>
    /// <param name="name">
    /// A DNS-1123 label: lower-case letters, digits and inner hyphens, 63 characters at most together with <c>-environment</c>; INK0002
    /// otherwise. It names the namespace, the web workload's objects and the folder in the GitOps repository.
    /// </param>
    public AppAttribute(string name) => Name = name;

    /// <summary>The application's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The team that owns it, as a label on every object: letters, digits, <c>-</c>, <c>_</c>, <c>.</c>; INK0011 otherwise. Default: the
    /// project's <c>InkTeam</c>, else none.
    /// </summary>
    public string? Team { get; set; }

    /// <summary>
    /// The larger application it is part of, the label <c>app.kubernetes.io/part-of</c>. Default: the project's
    /// <c>InkPartOf</c>, else the application's own name. Source: "Recommended Labels" in the Kubernetes documentation.
    /// </summary>
    public string? PartOf { get; set; }

    /// <summary>What it is for, in a sentence for people.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// The Kubernetes namespace it runs in, a DNS-1123 label; may hold placeholders (<c>shop-{environment}</c>). Default: the project's
    /// <c>InkNamespace</c>, else the application's name.
    /// </summary>
    public string? Namespace { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
