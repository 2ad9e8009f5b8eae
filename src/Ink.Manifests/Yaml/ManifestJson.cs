using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ink.Manifests.ArgoCd;
using Ink.Manifests.Monitoring;
using Ink.Manifests.Networking;
using Ink.Manifests.Output;
using Ink.Manifests.Scaling;
using Ink.Manifests.Secrets;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Yaml;

/// <summary>Objects as JSON, the form in which the API machinery defines them.</summary>
internal static class ManifestJson
{
    // Read back in this process and never shown: nothing needs escaping for HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonDocument Write(object manifest) => manifest switch
    {
        Application application => Write(application, ManifestJsonContext.Default.Application),
        ExternalSecret secret => Write(secret, ManifestJsonContext.Default.ExternalSecret),
        HttpRoute route => Write(route, ManifestJsonContext.Default.HttpRoute),
        Kustomization kustomization => Write(kustomization, ManifestJsonContext.Default.Kustomization),
        ScaledObject scaledObject => Write(scaledObject, ManifestJsonContext.Default.ScaledObject),
        ServiceMonitor monitor => Write(monitor, ManifestJsonContext.Default.ServiceMonitor),
        V1ConfigMap map => Write(map, ManifestJsonContext.Default.V1ConfigMap),
        V1CronJob cron => Write(cron, ManifestJsonContext.Default.V1CronJob),
        V1Deployment deployment => Write(deployment, ManifestJsonContext.Default.V1Deployment),
        V1Ingress ingress => Write(ingress, ManifestJsonContext.Default.V1Ingress),
        V1Job job => Write(job, ManifestJsonContext.Default.V1Job),
        V1NetworkPolicy policy => Write(policy, ManifestJsonContext.Default.V1NetworkPolicy),
        V1PersistentVolumeClaim claim => Write(claim, ManifestJsonContext.Default.V1PersistentVolumeClaim),
        V1PodDisruptionBudget budget => Write(budget, ManifestJsonContext.Default.V1PodDisruptionBudget),
        V1Service service => Write(service, ManifestJsonContext.Default.V1Service),
        V1ServiceAccount account => Write(account, ManifestJsonContext.Default.V1ServiceAccount),
        V1StatefulSet set => Write(set, ManifestJsonContext.Default.V1StatefulSet),
        V2HorizontalPodAutoscaler autoscaler => Write(autoscaler, ManifestJsonContext.Default.V2HorizontalPodAutoscaler),
        // A kind that only a transform adds.
        _ => JsonDocument.Parse(KubernetesJson.Serialize(manifest)),
    };

    private static JsonDocument Write<T>(T manifest, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            type.SerializeHandler!(writer, manifest);
        return JsonDocument.Parse(buffer.WrittenMemory);
    }
}
