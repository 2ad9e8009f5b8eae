namespace Ink;

/// <summary>
/// Runs another image beside the app's container, in every pod of the workload: a proxy, a cache, a collector. It starts before the app
/// and ends after it. With <see cref="Init"/> it runs to its end before the app starts.
/// </summary>
/// <remarks>
/// It is a native sidecar (an init container that is restarted, Kubernetes 1.29 or later) and as locked down as the app: the same numeric
/// user, no capabilities, a read-only root with a writable <c>/tmp</c> of its own. It gets none of the app's variables and secrets. In what
/// order several start: <c>docs/guide/sidecars.md</c>. Source: "Sidecar Containers" and "Init Containers" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: Sidecar("cache", "docker.io/valkey/valkey:8.1", Port = 6379, Args = ["--save", ""], Memory = "64Mi")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SidecarAttribute : Attribute
{
    /// <summary>Declares the sidecar.</summary>
    /// <param name="name">
    /// A DNS-1123 label (INK0002 otherwise), unlike every workload's (INK0006); may hold placeholders. It is the container's name.
    /// </param>
    /// <param name="image">
    /// The image, <c>registry/repository:tag</c> or with <c>@sha256:…</c> (INK0002 where it cannot be one); may hold placeholders.
    /// </param>
    public SidecarAttribute(string name, string image)
    {
        Name = name;
        Image = image;
    }

    /// <summary>
    /// Overrides the sidecar of that name, whose image another declaration gives (INK0008 where none does):
    /// <c>[assembly: Sidecar("cache", Memory = "1Gi", Environment = "production")]</c>.
    /// </summary>
    /// <param name="name">The name of a sidecar that is declared.</param>
    public SidecarAttribute(string name) => Name = name;

    /// <summary>The sidecar's name.</summary>
    public string Name { get; }

    /// <summary>The image that it runs.</summary>
    public string? Image { get; }

    /// <summary>
    /// The TCP port that it listens on, from 1 to 65535 (INK0005 otherwise), unlike every other of the pod (INK0006). The app starts once
    /// it accepts connections, and reaches it at <c>localhost</c>; <c>InkApp.Ports</c> has the number. On a web workload the Service has
    /// the port as well. No effect with <see cref="Init"/> (INK0001). Default: none.
    /// </summary>
    public int Port { get; set; }

    /// <summary>The entry point in place of the image's, one element an argument; no shell is involved. May hold placeholders.</summary>
    public string[]? Command { get; set; }

    /// <summary>Arguments of the entry point, one element an argument; may hold placeholders. Default: the image's.</summary>
    public string[]? Args { get; set; }

    /// <summary>Requested CPU, a quantity (INK0003 otherwise). Default: the project's <c>InkDefaultCpu</c>, else 100m.</summary>
    public string? Cpu { get; set; }

    /// <summary>
    /// Requested memory, a quantity (INK0003 otherwise), and the limit as well. Default: the project's <c>InkDefaultMemory</c>, else 256Mi.
    /// </summary>
    public string? Memory { get; set; }

    /// <summary>
    /// Requested and limited ephemeral storage, a quantity (INK0003 otherwise): its log, its writable <c>/tmp</c>. Default: the project's
    /// <c>InkDefaultEphemeralStorage</c>, else none.
    /// </summary>
    public string? EphemeralStorage { get; set; }

    /// <summary>Whether it runs to its end before the app starts, rather than beside it. Default: <see langword="false"/>.</summary>
    public bool Init { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
