using Ink.Manifests.Reading;
using Ink.Manifests.Transforms;
using Ink.Model.Resolution;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Policy;

namespace Ink.Tasks.Releases;

/// <summary>
/// Renders and judges an app of no account on another thread, while the compiler runs in a process of its own and MSBuild waits for it: half a
/// second of just-in-time compilation that the real one is then spared.
/// </summary>
internal static class RenderWarmUp
{
    private const string Model = """{"schema":1,"assembly":"WarmUp","aspNetCore":true,"mapsHealth":true,"declarations":[]}""";

    /// <summary>Starts it, where there is a processor to spare.</summary>
    public static void Start(ResolutionContext context, string outputPath)
    {
        if (Environment.ProcessorCount > 1)
            _ = Task.Run(() => RunAsync(context, outputPath));
    }

    private static async Task RunAsync(ResolutionContext context, string outputPath)
    {
        try
        {
            var model = ModelReader.Read(Model);
            var resolved = AppResolver.Resolve(model, context);
            if (resolved.Spec is not { } app)
                return;
            var image = new ImageName(null, app.Name, "warm-up", null);
            using var transforms = new TransformSet([]);
            var release = await ReleaseRenderer.RenderAsync(
                app, context, new ReleaseModel(model, Model, ReleasedConfigFiles.None), new SourceCommit("", ""), image, GitOpsLocation.From(context, outputPath), transforms, new Overlays(Path.Combine(outputPath, "none"), new KustomizeProgram()), default);
            ReleasePolicy.Judge(release, resolved, context, image);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a property makes impossible here is told where the app itself is rendered; nobody waits for this.
        }
    }
}
