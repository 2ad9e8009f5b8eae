using Ink.Model.Collections;
using Ink.Model.Values;

namespace Ink.Model.Policy.Facts;

/// <summary>What a container of a pod is for.</summary>
public enum ContainerKind
{
    /// <summary>One that the pod is made for.</summary>
    App,

    /// <summary>One that runs to its end before the others start.</summary>
    Init,

    /// <summary>An init container that goes on running (<c>restartPolicy: Always</c>).</summary>
    Sidecar,

    /// <summary>One that somebody added to a running pod, to look into it.</summary>
    Ephemeral,
}

/// <summary>A container, as far as rules judge it.</summary>
public sealed record ContainerFacts
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required ContainerKind Kind { get; init; }

    /// <summary>Where it is in the object: <c>spec.template.spec.containers[0]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The image; <see langword="null"/> where it is not known yet, as in source.</summary>
    public string? Image { get; init; }

    /// <summary>Requests and limits.</summary>
    public required ResourceFacts Resources { get; init; }

    /// <summary>What it may do; the pod's settings count where it has none of its own.</summary>
    public required SecurityFacts Security { get; init; }

    /// <summary>Its ports.</summary>
    public EquatableArray<PortFacts> Ports { get; init; }

    /// <summary>The readiness probe.</summary>
    public ProbeFacts? Readiness { get; init; }

    /// <summary>The liveness probe.</summary>
    public ProbeFacts? Liveness { get; init; }

    /// <summary>The startup probe.</summary>
    public ProbeFacts? Startup { get; init; }

    /// <summary>Seconds that the pre-stop hook sleeps; 0 without one, or where it does something else.</summary>
    public int PreStopSeconds { get; init; }

    /// <summary>Seconds that the process gives itself to stop; <see langword="null"/> where that is not known.</summary>
    public int? ShutdownSeconds { get; init; }

    /// <summary>Variables with a literal value.</summary>
    public EquatableArray<VariableFacts> Variables { get; init; }
}

/// <summary>Requests and limits of a container; <see langword="null"/> for what nobody chose.</summary>
public sealed record ResourceFacts(Quantity? Cpu, Quantity? Memory, Quantity? CpuLimit, Quantity? MemoryLimit, Quantity? StorageLimit);

/// <summary>A port of a container.</summary>
/// <param name="Name">Its name; <see langword="null"/> without one.</param>
/// <param name="Number">The number.</param>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</param>
/// <param name="HostPort">The port of the node; <see langword="null"/> without one.</param>
public sealed record PortFacts(string? Name, int Number, string Protocol = "TCP", int? HostPort = null);

/// <summary>A probe.</summary>
/// <param name="Action">What it does, in full: two probes of one action tell the same.</param>
/// <param name="Port">The port's number or name; <see langword="null"/> for a command.</param>
public sealed record ProbeFacts(string Action, string? Port);

/// <summary>A variable with a literal value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Path">Where it is in the object: <c>spec.template.spec.containers[0].env[2]</c>.</param>
public sealed record VariableFacts(string Name, string Value, string Path);
