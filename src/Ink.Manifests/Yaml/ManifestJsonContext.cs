using System.Text.Json.Serialization;
using Ink.Manifests.ArgoCd;
using Ink.Manifests.Monitoring;
using Ink.Manifests.Networking;
using Ink.Manifests.Output;
using Ink.Manifests.Scaling;
using Ink.Manifests.Secrets;
using k8s.Models;

namespace Ink.Manifests.Yaml;

/// <summary>
/// Serialisation code for the kinds that Ink renders, made at compile time. The client's own metadata covers every type of
/// Kubernetes and takes a fifth of a second to load, which every build would pay.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(ExternalSecret))]
[JsonSerializable(typeof(HttpRoute))]
[JsonSerializable(typeof(Kustomization))]
[JsonSerializable(typeof(ScaledObject))]
[JsonSerializable(typeof(ServiceMonitor))]
[JsonSerializable(typeof(V1ConfigMap))]
[JsonSerializable(typeof(V1CronJob))]
[JsonSerializable(typeof(V1Deployment))]
[JsonSerializable(typeof(V1Ingress))]
[JsonSerializable(typeof(V1Job))]
[JsonSerializable(typeof(V1NetworkPolicy))]
[JsonSerializable(typeof(V1PersistentVolumeClaim))]
[JsonSerializable(typeof(V1PodDisruptionBudget))]
[JsonSerializable(typeof(V1Service))]
[JsonSerializable(typeof(V1ServiceAccount))]
[JsonSerializable(typeof(V1StatefulSet))]
[JsonSerializable(typeof(V2HorizontalPodAutoscaler))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;
