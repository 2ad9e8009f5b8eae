namespace Ink;

/// <summary>
/// Names whom the workload may connect to: from the first such attribute on, that is DNS and what is named. Without any, it may connect
/// to everything.
/// </summary>
/// <remarks>
/// A workload that no such attribute is about goes by the project's <c>InkAllowTo</c>, where that is set. Source: "Network Policies" in the
/// Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: AllowTo("payments", Port = 8080)] [assembly: AllowTo("10.20.0.0/16", Port = 5432)]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AllowToAttribute : Attribute
{
    /// <summary>Lets connections out.</summary>
    /// <param name="peer">
    /// An app by its <c>app.kubernetes.io/name</c>, in any namespace (<c>"payments"</c>) or in one (<c>"shop/payments"</c>); a whole
    /// namespace (<c>"shop/*"</c>); addresses (<c>"10.20.0.0/16"</c>); or <c>"any"</c>. Anything else is INK0002. May hold placeholders.
    /// </param>
    public AllowToAttribute(string peer) => Peer = peer;

    /// <summary>Whom.</summary>
    public string Peer { get; }

    /// <summary>The port of theirs, from 1 to 65535 (INK0005 otherwise). Default: every one.</summary>
    public int Port { get; set; }

    /// <summary>Limits the declaration to one environment.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
