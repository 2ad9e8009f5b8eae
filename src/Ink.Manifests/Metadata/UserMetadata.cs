using Ink.Model.Specs;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Metadata;

/// <summary>
/// Puts the user's labels and annotations on finished objects, so that every kind gets them and no selector does.
/// </summary>
internal static class UserMetadata
{
    private const string Pod = "Pod";

    public static void Apply(AppSpec app, IEnumerable<IKubernetesObject<V1ObjectMeta>> objects)
    {
        foreach (var item in objects)
        {
            var workload = WorkloadOf(app, item.Metadata);
            var labels = workload?.Labels ?? app.Labels;
            var annotations = workload?.Annotations ?? app.Annotations;
            item.Metadata.Labels = Merged(item.Metadata.Labels, For(labels, item.Kind));
            item.Metadata.Annotations = Merged(item.Metadata.Annotations, For(annotations, item.Kind));
            if (TemplateOf(item) is not { } template)
                continue;

            template.Metadata.Labels = Merged(template.Metadata.Labels, For(labels, Pod));
            // One said of all objects stays off the pods: a change to it would replace every one of them.
            template.Metadata.Annotations = Merged(template.Metadata.Annotations, annotations.Where(entry => entry.On == Pod));
        }
    }

    /// <summary>For the Argo CD Application, which is no object of the app's namespace: only what is said of its kind.</summary>
    public static void ApplyToApplication(AppSpec app, V1ObjectMeta metadata, string kind)
    {
        metadata.Labels = Merged(metadata.Labels, app.Labels.Where(entry => entry.On == kind));
        metadata.Annotations = Merged(metadata.Annotations, app.Annotations.Where(entry => entry.On == kind));
    }

    private static WorkloadSpec? WorkloadOf(AppSpec app, V1ObjectMeta metadata) =>
        metadata.Labels.TryGetValue(Labels.Component, out var name) ? app.Workloads.FirstOrDefault(workload => workload.Name == name) : null;

    private static V1PodTemplateSpec? TemplateOf(IKubernetesObject<V1ObjectMeta> item) => item switch
    {
        V1Deployment deployment => deployment.Spec.Template,
        V1StatefulSet set => set.Spec.Template,
        V1Job job => job.Spec.Template,
        V1CronJob cron => cron.Spec.JobTemplate.Spec.Template,
        _ => null,
    };

    // What is said of the kind comes last, over what is said of all.
    private static IEnumerable<MetadataSpec> For(IEnumerable<MetadataSpec> entries, string kind) =>
        entries.Where(entry => entry.On is null || entry.On == kind).OrderBy(entry => entry.On is not null);

    private static IDictionary<string, string>? Merged(IDictionary<string, string>? own, IEnumerable<MetadataSpec> entries)
    {
        foreach (var entry in entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(entries => entries.Last()))
        {
            own ??= new Dictionary<string, string>();
            // Options add up: one of the user's must not take away what keeps a claim.
            own[entry.Key] = entry.Key == SyncOption.Key && own.TryGetValue(entry.Key, out var options) ? $"{options},{entry.Value}" : entry.Value;
        }

        return own;
    }
}
