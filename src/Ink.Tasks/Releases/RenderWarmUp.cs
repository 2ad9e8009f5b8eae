using Ink.Manifests.Policy;
using Ink.Manifests.Reading;
using Ink.Manifests.Transforms;
using Ink.Model.Resolution;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Policy;

namespace Ink.Tasks.Releases;

/// <summary>
/// Renders and judges an app of no account on another thread, while MSBuild waits for git and for the compiler: most of a first render is
/// just-in-time compilation and the loading of libraries, which the real one is then spared.
/// </summary>
internal static class RenderWarmUp
{
    private static int _started;

    /// <summary>Starts it, once a process and where there is a processor to spare.</summary>
    public static void Start()
    {
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _started, 1) == 0)
            _ = Task.Run(TryAsync);
    }

    /// <summary>The release of that app, and what is wrong with it.</summary>
    internal static async Task<(Release Release, IReadOnlyList<PolicyFinding> Findings)> RunAsync()
    {
        // This assembly holds no model, but is read for one.
        AssemblyModel.Read(typeof(RenderWarmUp).Assembly.Location, "WarmUp");
        var model = ModelReader.Read(WarmUpModel.Json);
        var context = WarmUpModel.Context;
        var resolved = AppResolver.Resolve(model, context);
        var app = resolved.Draft;
        var image = new ImageName(null, app.Name, "warm-up", null);
        using var transforms = new TransformSet([]);
        var release = await ReleaseRenderer.RenderAsync(
            app,
            context,
            new ReleaseModel(model, WarmUpModel.Json, ReleasedConfigFiles.Of([app])),
            new SourceCommit("", ""),
            image,
            GitOpsLocation.From(context, ""),
            transforms,
            new Overlays(Path.Combine(AppContext.BaseDirectory, "none"), new KustomizeProgram()),
            default);
        return (release, ReleasePolicy.Judge(release, resolved, context, image));
    }

    private static async Task TryAsync()
    {
        try
        {
            await RunAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Nobody waits for this, and whatever fails is told where the app itself is rendered.
        }
    }
}
