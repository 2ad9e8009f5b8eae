using Ink.Manifests;
using Ink.Manifests.ArgoCd;
using Ink.Manifests.Reading;
using Ink.Manifests.Transforms;
using Ink.Manifests.Yaml;
using Ink.Model.Resolution;
using Ink.Model.Specs;
using Ink.Tasks.Kustomize;

namespace Ink.Tasks.Releases;

/// <summary>Renders one release: the same commit and environment always give the same bytes.</summary>
internal static class ReleaseRenderer
{
    /// <summary>Renders the app's manifests, transformed and with its overlays, its <c>release.json</c> and its Argo CD Application.</summary>
    public static async Task<Release> RenderAsync(
        AppSpec app,
        ResolutionContext context,
        ReleaseModel model,
        SourceCommit source,
        ImageName image,
        GitOpsLocation location,
        TransformSet transforms,
        Overlays overlays,
        CancellationToken cancellationToken)
    {
        var rendered = RenderedApp.Render(ManifestContext.Of(app, new ContainerImage(image.ToString(), image.Tag), context), transforms).Files;
        var manifests = await overlays.ApplyAsync(rendered, app.Environment, cancellationToken);
        var files = manifests.ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        var path = location.PathOf(Release.FolderOf(app.Name, app.Environment));
        var application = ManifestYaml.Write(ApplicationBuilder.Build(app, location.PublicUrl, location.Branch, path));
        files[ReleaseJson.FileName] = ReleaseJson.Write(app.Name, app.Environment, source, image, model.Json, [.. files], application, model.ConfigFiles);
        return new Release(app.Name, app.Environment, source, image, files, application) { HydratorMetadata = context.Flag(InkProperty.HydratorMetadata) ? Hydrator(source) : null };
    }

    // What Argo CD's source hydrator writes, as far as a deploy knows it: "dry" is its word for the source.
    private static string Hydrator(SourceCommit source) =>
        $$"""
        {
          "drySha": "{{source.Hash}}",
          "date": "{{source.Time}}"
        }

        """.ReplaceLineEndings("\n");
}
