using Ink.Model.Collections;

namespace Ink.Model.Specs;

/// <summary>A number of pods that follows a trigger of KEDA (ScaledObject).</summary>
/// <param name="Trigger">The type of trigger: <c>aws-sqs-queue</c>.</param>
/// <param name="Min">The fewest pods, 0 or more.</param>
/// <param name="Max">The most pods, 1 or more and not below <paramref name="Min"/>.</param>
/// <param name="Metadata">The trigger's settings, by key (ordinal).</param>
/// <param name="Authentication">Where its credentials are; <see langword="null"/> where it needs none.</param>
public sealed record QueueScaleSpec(
    string Trigger,
    int Min,
    int Max,
    EquatableArray<TriggerSetting> Metadata,
    TriggerAuthenticationReference? Authentication);

/// <summary>A setting of a trigger.</summary>
public sealed record TriggerSetting(string Key, string Value);

/// <summary>Credentials of KEDA.</summary>
/// <param name="Name">The object's name.</param>
/// <param name="Kind"><c>TriggerAuthentication</c> or <c>ClusterTriggerAuthentication</c>.</param>
public sealed record TriggerAuthenticationReference(string Name, string Kind);
