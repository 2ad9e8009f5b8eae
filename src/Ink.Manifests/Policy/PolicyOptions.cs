using Ink.Manifests.Policy.Rules;
using Ink.Model.Policy;

namespace Ink.Manifests.Policy;

/// <summary>How manifests are judged.</summary>
/// <param name="Context">Profile, and whether it is production.</param>
/// <param name="Severities">How much findings weigh.</param>
public sealed record PolicyOptions(PolicyContext Context, IRuleSeverities Severities)
{
    /// <summary>The environment that was rendered; <see langword="null"/> for manifests from elsewhere.</summary>
    public string? Environment { get; init; }

    /// <summary>The image that a deploy will pin by its digest, as it is named before; <see langword="null"/> where none is to come.</summary>
    public string? ImageToBePinned { get; init; }

    /// <summary>Looks for secrets in texts; <see langword="null"/> leaves that out.</summary>
    internal SecretScan? SecretScan { get; init; } = KnownSecrets.Scan;

    /// <summary>The options of a profile, with the severities of the catalogue.</summary>
    public static PolicyOptions Of(PolicyProfile profile, bool isProduction = false) =>
        new(new PolicyContext(isProduction, profile), new ProfileSeverities(profile));
}
