using Ink.Model.Collections;

namespace Ink.Model.Specs;

/// <summary>A container beside the app's own, in every pod of a workload.</summary>
/// <param name="Name">The container's name, a DNS-1123 label.</param>
/// <param name="Image">The image that it runs.</param>
/// <param name="Resources">CPU and memory.</param>
public sealed record SidecarSpec(string Name, string Image, ResourcesSpec Resources)
{
    /// <summary>Whether it runs to its end before the app starts; else it starts before the app and ends after it.</summary>
    public bool IsInit { get; init; }

    /// <summary>The TCP port that it listens on; <see langword="null"/> for none, and for one that runs to its end.</summary>
    public int? Port { get; init; }

    /// <summary>The container's entry point in place of the image's; empty for the image's.</summary>
    public EquatableArray<string> Command { get; init; }

    /// <summary>Arguments of the entry point; empty for the image's.</summary>
    public EquatableArray<string> Args { get; init; }
}
