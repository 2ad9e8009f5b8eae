using Ink.Manifests.Output;
using Ink.Model.Specs;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Reads what was rendered.</summary>
internal static class Rendering
{
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects(this AppSpec app) => AppRenderer.Render(app, Apps.Image);

    public static IReadOnlyList<RenderedFile> Files(this AppSpec app) => RenderedApp.Render(app, Apps.Image).Files;

    /// <summary>The object of that kind and name.</summary>
    public static T The<T>(this AppSpec app, string? name = null)
        where T : IKubernetesObject<V1ObjectMeta> =>
        app.Objects().OfType<T>().Single(item => name is null || item.Metadata.Name == name);

    public static V1PodSpec Pod(this AppSpec app, string? deployment = null) => app.The<V1Deployment>(deployment).Spec.Template.Spec;

    /// <summary>The pods of all workloads, whatever controller runs them.</summary>
    public static IReadOnlyList<V1PodTemplateSpec> PodTemplates(this AppSpec app) =>
        [.. app.Objects().Select(PodTemplate).OfType<V1PodTemplateSpec>()];

    public static V1Container Container(this AppSpec app, string? deployment = null) => app.Pod(deployment).Containers.Single();

    public static string? Annotation(this IKubernetesObject<V1ObjectMeta> item, string key) =>
        item.Metadata.Annotations is { } annotations && annotations.TryGetValue(key, out var value) ? value : null;

    private static V1PodTemplateSpec? PodTemplate(IKubernetesObject<V1ObjectMeta> item) => item switch
    {
        V1Deployment deployment => deployment.Spec.Template,
        V1StatefulSet set => set.Spec.Template,
        V1CronJob cron => cron.Spec.JobTemplate.Spec.Template,
        V1Job job => job.Spec.Template,
        _ => null,
    };

    /// <summary>All files, one after the other, as a snapshot shows them.</summary>
    public static string Text(IEnumerable<RenderedFile> files) =>
        string.Concat(files.Select(file => $"--- {file.Path}\n{file.Content}"));
}
