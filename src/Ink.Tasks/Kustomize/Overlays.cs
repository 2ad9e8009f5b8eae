using Ink.Manifests;
using Ink.Manifests.Output;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Kustomize;

/// <summary>
/// The Kustomize overlays of a project: <c>ink/kustomization.yaml</c> for every environment, then
/// <c>ink/&lt;environment&gt;/kustomization.yaml</c>. Neither names what it is laid over: Ink adds the rendered folder to its resources.
/// </summary>
/// <param name="projectDirectory">The project's folder.</param>
/// <param name="kustomize">The program that applies them.</param>
internal sealed class Overlays(string projectDirectory, KustomizeProgram kustomize)
{
    private const string Folder = "ink";

    /// <summary>Lays the project's overlays over rendered files; without any, the files stay as they are.</summary>
    /// <exception cref="InkException">INK4005: Kustomize is missing or failed.</exception>
    public async Task<IReadOnlyList<RenderedFile>> ApplyAsync(IReadOnlyList<RenderedFile> files, string environment, CancellationToken cancellationToken)
    {
        foreach (var overlay in Find(environment))
            files = await ApplyOneAsync(files, overlay, cancellationToken);
        return files;
    }

    /// <summary>Whether the project has an overlay for an environment.</summary>
    public bool Exist(string environment) => Find(environment).Any();

    private IEnumerable<string> Find(string environment) =>
        new[] { Folder, $"{Folder}/{environment}" }.Where(overlay => OverlayFile.Find(Path.Combine(projectDirectory, overlay)) is not null);

    // In a copy: Kustomize wants the base named in the overlay, and the user's file is not ours to change.
    private async Task<IReadOnlyList<RenderedFile>> ApplyOneAsync(IReadOnlyList<RenderedFile> files, string overlay, CancellationToken cancellationToken)
    {
        using var work = new TemporaryFolder();
        foreach (var file in files)
            Write(Path.Combine(work.Path, "rendered", file.Path), file.Content);
        OverlayFile.CopyFolder(Path.Combine(projectDirectory, Folder), Path.Combine(work.Path, Folder));
        var copy = Path.Combine(work.Path, overlay);
        var shownAs = Path.GetRelativePath(projectDirectory, OverlayFile.Find(Path.Combine(projectDirectory, overlay))!);
        OverlayFile.AddResource(OverlayFile.Find(copy)!, Path.GetRelativePath(copy, Path.Combine(work.Path, "rendered")), shownAs);

        var stream = await kustomize.BuildAsync(copy, shownAs, cancellationToken);
        try
        {
            return ManifestFolder.Of(ManifestDocuments.Read(stream));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new InkException(RuleCatalogue.KustomizeFailed.Id, $"What Kustomize made of {shownAs} cannot be deployed. {exception.Message}", exception);
        }
    }

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
