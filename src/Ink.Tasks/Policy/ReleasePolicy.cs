using Ink.Manifests;
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
    /// <param name="app">The app that it was rendered of.</param>
    /// <param name="context">The environment.</param>
    /// <param name="isToBePinned">The image whose digest is not known yet; <see langword="null"/> where all are.</param>
    public static IReadOnlyList<PolicyFinding> Judge(Release release, ResolvedApp app, ResolutionContext context, ImageName? isToBePinned = null) =>
        Judge(SetOf(release), app, context, isToBePinned);

    /// <summary>What is wrong with the manifests of a release.</summary>
    /// <param name="set">The manifests.</param>
    /// <param name="app">The app that they were rendered of.</param>
    /// <param name="context">The environment.</param>
    /// <param name="isToBePinned">The image whose digest is not known yet; <see langword="null"/> where all are.</param>
    public static IReadOnlyList<PolicyFinding> Judge(ManifestSet set, ResolvedApp app, ResolutionContext context, ImageName? isToBePinned = null) =>
        ManifestPolicy.Judge(set, new PolicyOptions(new PolicyContext(context.IsProduction, app.Settings.Profile), new ProjectSeverities(app))
        {
            Environment = context.Environment,
            ImageToBePinned = isToBePinned?.ToString(),
        });

    /// <summary>What is wrong with manifests from elsewhere.</summary>
    /// <param name="set">The manifests.</param>
    /// <param name="context">The environment that decides profile and production.</param>
    public static IReadOnlyList<PolicyFinding> JudgeForeign(ManifestSet set, ResolutionContext context) =>
        ManifestPolicy.Judge(set, PolicyOptions.Of(PolicyProfiles.Of(context) ?? PolicyProfile.Baseline, context.IsProduction));
}
