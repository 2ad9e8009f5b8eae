using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;
using Ink.Tasks.Errors;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Releases;

namespace Ink.Tasks;

/// <content>What is made of an app, whether its model comes out of an assembly or out of a release.</content>
public abstract partial class ProjectTask
{
    private protected const string NothingPushed = "Nothing was pushed";

    private protected Overlays ReadOverlays() => new(ProjectDirectory, new KustomizeProgram(Detail));

    /// <summary>Resolves for one environment, and reports. What has no spec cannot be rendered.</summary>
    private protected ResolvedApp Resolve(ReleaseModel model, ResolutionContext context)
    {
        var resolved = AppResolver.Resolve(model.Model, context);
        Report(resolved.Findings, context.Environment);
        if (resolved.Spec is { } app)
            RefuseNames(app);
        return resolved;
    }

    // A project may set INK0002 and INK0006 to a warning; but these become the names of files and objects, and a path is no matter of opinion.
    private static void RefuseNames(AppSpec app)
    {
        var workloads = app.Workloads.Select(workload => workload.Name).ToList();
        foreach (var name in workloads.Prepend(app.Environment).Prepend(app.Name).Where(name => !KubernetesName.IsLabel(name)))
            throw new InkException(RuleCatalogue.InvalidName.Id, $"\"{name}\" is not a DNS label, and it would name files and objects. Write lower-case letters, digits and hyphens, 63 at most.");
        if (app.Workloads.GroupBy(workload => workload.ObjectName, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twins)
            throw new InkException(RuleCatalogue.DuplicateName.Id, $"Two workloads would both be called \"{twins.Key}\", and so be the same objects. Give one of them a name of its own.");
    }

    private protected static ImageName ImageOf(AppSpec app, ResolutionContext context, string tag, string? digest = null) =>
        ImageName.From(context.Setting(InkProperty.Registry), context.Setting(InkProperty.ImageRepository) ?? app.Name, tag, digest);

    /// <summary>Says once which workloads and sidecars nobody chose resources for.</summary>
    private protected void SayFallback(IEnumerable<AppSpec> apps)
    {
        var workloads = apps.SelectMany(app => app.Workloads).ToList();
        SayFallback("", workloads.Where(workload => workload.Resources.IsFallback).Select(workload => workload.Name), "[assembly: Resources(Cpu = \"…\", Memory = \"…\")]");
        var sidecars = workloads.SelectMany(workload => workload.Sidecars);
        SayFallback("the sidecar ", sidecars.Where(sidecar => sidecar.Resources.IsFallback).Select(sidecar => sidecar.Name), "Cpu and Memory of [Sidecar]");
    }

    private void SayFallback(string what, IEnumerable<string> names, string choose)
    {
        var list = string.Join(", ", names.Distinct());
        if (list.Length > 0)
            Say($"no CPU or memory is declared for {what}{list}, so {ResourceAmount.DefaultCpu} and {ResourceAmount.DefaultMemory} are requested where it is missing; choose with {choose} or InkDefaultCpu and InkDefaultMemory.");
    }
}
