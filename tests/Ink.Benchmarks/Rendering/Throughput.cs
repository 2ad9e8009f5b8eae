using System.Diagnostics;
using System.Globalization;
using Ink.Manifests.Reading;
using Ink.Manifests.Transforms;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Releases;

namespace Ink.Benchmarks.Rendering;

/// <summary>Many apps in one process, as a platform's own tools render them: each read from its assembly, resolved, rendered and written.</summary>
internal static class Throughput
{
    public static int Run(int apps)
    {
        Sample.Prepare();
        var folder = Directory.CreateTempSubdirectory("ink-throughput-").FullName;
        try
        {
            var releases = new List<Release>();
            Measure("rendered", apps, () => releases.AddRange(Enumerable.Range(0, apps).SelectMany(Render)));
            Measure("written", apps, () =>
            {
                foreach (var release in releases)
                    new RenderOutput(Path.Combine(folder, release.App)).Write(release);
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{releases.Sum(release => release.FileCount)} files"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Release> Render(int number)
    {
        var assembly = AssemblyModel.Read(Sample.AssemblyPath, "Checkout");
        using var transforms = new TransformSet([]);
        foreach (var (environment, metadata) in Sample.Metadata)
        {
            var context = new ResolutionContext(environment)
            {
                Metadata = metadata,
                KnownEnvironments = [.. Sample.Metadata.Keys],
                ConfigFiles = new ProjectFiles(Sample.Folder),
                CommandLine = new Dictionary<string, string> { [InkProperty.AppName] = $"app-{number}" },
            };
            var resolved = AppResolver.Resolve(assembly.Model, context);
            var app = resolved.Spec ?? throw new InvalidOperationException($"samples/Checkout does not resolve in {environment}: {string.Join('\n', resolved.Findings.Where(finding => finding.Severity == RuleSeverity.Error).Select(finding => finding.Message))}");
            var image = ImageName.From("registry.example.com", app.Name, "dev", digest: null);
            var location = GitOpsLocation.From(context, Path.GetTempPath());
            var model = new ReleaseModel(assembly.Model, assembly.Json, ReleasedConfigFiles.Of([app]));
            yield return ReleaseRenderer.RenderAsync(app, context, model, new SourceCommit("", ""), image, location, transforms, new Overlays(Sample.Folder, new KustomizeProgram(_ => { })), CancellationToken.None)
                .GetAwaiter().GetResult();
        }
    }

    // CPU beside the clock: on a machine that others use, the clock tells of them as well.
    private static void Measure(string what, int apps, Action action)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        action();
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        var renders = apps * Sample.Metadata.Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{apps} apps × {Sample.Metadata.Count} environments {what}: {seconds:0.00} s ({cpu:0.00} s of CPU), {seconds * 1000 / renders:0.00} ms each"));
    }
}
