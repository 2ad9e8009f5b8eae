namespace Ink;

/// <summary>Declares the web workload: it serves HTTP behind a Service, and hosts of <see cref="IngressAttribute"/> route to it.</summary>
/// <remarks>
/// An ASP.NET Core project that declares no workload but jobs has this one with every default. All workloads run the same image and
/// differ in the environment variable <c>INK_ROLE</c>, which holds the workload's name.
/// </remarks>
/// <example><c>[assembly: Web(Replicas = 3, Environment = "production")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WebAttribute : Attribute
{
    /// <summary>The workload's name, a DNS-1123 label (INK0002 otherwise), unlike that of every other workload (INK0006). Default: <c>web</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The port the process listens on for HTTP, 1 to 65535; INK0005 otherwise. Default: 8080.</summary>
    public int Port { get; set; }

    /// <summary>How many pods, 0 or more. Default: the project's <c>InkReplicas</c>, else 2 in <c>production</c> and 1 elsewhere.</summary>
    public int Replicas { get; set; }

    /// <summary>The container's entry point, one element an argument; no shell is involved. Default: the image's.</summary>
    public string[]? Command { get; set; }

    /// <summary>Arguments of the entry point, one element an argument. Default: the image's.</summary>
    public string[]? Args { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
