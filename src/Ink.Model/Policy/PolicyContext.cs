namespace Ink.Model.Policy;

/// <summary>What a judgement depends on beside the object.</summary>
/// <param name="IsProduction">Whether the environment counts as production.</param>
/// <param name="Profile">How strict to be.</param>
public sealed record PolicyContext(bool IsProduction, PolicyProfile Profile = PolicyProfile.Baseline);
