namespace Ink.Manifests.Scaling;

/// <summary>The desired state of a <see cref="ScaledObject"/>.</summary>
public sealed record ScaledObjectSpec
{
    /// <summary>What is scaled.</summary>
    public required ScaleTarget ScaleTargetRef { get; init; }

    /// <summary>The fewest pods; 0 where there may be none.</summary>
    public required int MinReplicaCount { get; init; }

    /// <summary>The most pods.</summary>
    public required int MaxReplicaCount { get; init; }

    /// <summary>What it is scaled by; the trigger that asks for the most pods wins.</summary>
    public required IReadOnlyList<ScaleTrigger> Triggers { get; init; }
}

/// <summary>An object with a number of pods, in the same namespace.</summary>
/// <param name="ApiVersion">Its API version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name.</param>
public sealed record ScaleTarget(string ApiVersion, string Kind, string Name);

/// <summary>Something that KEDA watches ("Scalers" in its documentation).</summary>
/// <param name="Type">The type of trigger: <c>aws-sqs-queue</c>.</param>
/// <param name="Metadata">Its settings.</param>
/// <param name="AuthenticationRef">Where its credentials are; <see langword="null"/> where it needs none.</param>
public sealed record ScaleTrigger(string Type, IReadOnlyDictionary<string, string> Metadata, TriggerCredentials? AuthenticationRef = null);

/// <summary>Credentials of a trigger.</summary>
/// <param name="Name">The object's name.</param>
/// <param name="Kind"><c>TriggerAuthentication</c> or <c>ClusterTriggerAuthentication</c>.</param>
public sealed record TriggerCredentials(string Name, string Kind);
