using Ink.Model.Collections;

namespace Ink.Model.Policy.Facts;

/// <summary>What a container may do: its <c>securityContext</c>, over that of its pod.</summary>
public sealed record SecurityFacts
{
    /// <summary><c>runAsNonRoot</c>; <see langword="null"/> where nobody says.</summary>
    public bool? RunAsNonRoot { get; init; }

    /// <summary><c>runAsUser</c>; <see langword="null"/> for the image's user.</summary>
    public long? RunAsUser { get; init; }

    /// <summary><c>privileged</c>.</summary>
    public bool Privileged { get; init; }

    /// <summary><c>allowPrivilegeEscalation</c>; <see langword="null"/> where nobody says, which means that it may.</summary>
    public bool? AllowsEscalation { get; init; }

    /// <summary><c>readOnlyRootFilesystem</c>.</summary>
    public bool ReadOnlyRoot { get; init; }

    /// <summary><c>capabilities.add</c>.</summary>
    public EquatableArray<string> Added { get; init; }

    /// <summary><c>capabilities.drop</c>.</summary>
    public EquatableArray<string> Dropped { get; init; }
}
