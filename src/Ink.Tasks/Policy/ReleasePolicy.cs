using Ink.Manifests.Output;
using Ink.Manifests.Policy;
using Ink.Model.Policy;
using Ink.Model.Resolution;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Policy;

/// <summary>Holds manifests to the policy of a project in one environment.</summary>
internal static class ReleasePolicy
{
    /// <summary>The final files of a release, its Argo CD Application among them.</summary>
    public static ManifestSet SetOf(Release release) => ManifestSet.OfRelease(
        release.Files.Append(new(release.ApplicationPath, release.Application)).Select(file => new RenderedFile(file.Key, file.Value)));

    /// <summary>What is wrong with a release.</summary>
    /// <param name="release">The release.</param>
    /// <param name="context">The environment.</param>
    /// <param name="isToBePinned">The image whose digest is not known yet; <see langword="null"/> where all are.</param>
    public static IReadOnlyList<PolicyFinding> Judge(Release release, ResolutionContext context, ImageName? isToBePinned = null) =>
        Judge(SetOf(release), context, context.Environment, isToBePinned);

    /// <summary>What is wrong with manifests.</summary>
    /// <param name="set">The manifests.</param>
    /// <param name="context">The environment that decides profile and production.</param>
    /// <param name="environment">The environment that was rendered; <see langword="null"/> for manifests from elsewhere.</param>
    /// <param name="isToBePinned">The image whose digest is not known yet; <see langword="null"/> where all are.</param>
    public static IReadOnlyList<PolicyFinding> Judge(ManifestSet set, ResolutionContext context, string? environment, ImageName? isToBePinned = null)
    {
        // What names no profile is an error of the resolution already.
        var profile = PolicyProfiles.Of(context) ?? PolicyProfile.Baseline;
        return ManifestPolicy.Judge(set, PolicyOptions.Of(profile, context.IsProduction) with
        {
            Environment = environment,
            ImageToBePinned = isToBePinned?.ToString(),
        });
    }
}
