using System.Text.Json.Nodes;
using Ink.Manifests.Output;
using Ink.Manifests.Scaling;
using Ink.Manifests.Secrets;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Collections;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Tests;

/// <summary>
/// Every text that looks like something else, in every place that takes a user's text, through the real Kustomize and kubectl's reader:
/// what arrives is what the typed objects hold.
/// </summary>
public sealed class KustomizeTests
{
    // Kustomize itself writes these two as they are, and then refuses to read the one and takes the other for a space.
    private static readonly string[] Traps = [.. YamlTests.ManyTraps.Where(text => text.AsSpan().IndexOfAny('\u007f', '\u0085') < 0)];

    private static readonly string[] LabelTraps = [.. Traps.Where(KubernetesName.IsLabelValue)];

    [SkippableFact]
    public void Traps_survive_in_all_user_texts()
    {
        Kubectl.SkipIfAbsent();
        var app = Trapped();
        var map = new V1ConfigMap
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = new V1ObjectMeta { Name = "files" },
            Data = Traps.Index().ToDictionary(pair => $"f{pair.Index}", pair => pair.Item),
        };
        var read = Kubectl.ReadAll(Kubectl.Kustomize(ManifestFiles.Write([.. app.Objects(), map])));

        var deployment = app.The<V1Deployment>();
        var pod = deployment.Spec.Template;
        var container = pod.Spec.Containers.Single();
        var actual = The("Deployment");
        var template = actual["spec"]!["template"]!;
        var actualContainer = template["spec"]!["containers"]![0]!;
        Assert.Equal(container.Env.Select(variable => variable.Value), Texts(actualContainer["env"], variable => variable!["value"]));
        Assert.Equal(container.Args, Texts(actualContainer["args"], text => text));
        Assert.Equal(container.Command, Texts(actualContainer["command"], text => text));
        AssertHolds(deployment.Metadata.Annotations, actual["metadata"]!["annotations"]);
        AssertHolds(deployment.Metadata.Labels, actual["metadata"]!["labels"]);
        AssertHolds(pod.Metadata.Annotations, template["metadata"]!["annotations"]);
        AssertHolds(pod.Metadata.Labels, template["metadata"]!["labels"]);
        AssertHolds(app.The<ScaledObject>().Spec.Triggers.Single().Metadata, The("ScaledObject")["spec"]!["triggers"]![0]!["metadata"]);
        Assert.Equal(
            app.The<ExternalSecret>().Spec.Data.Select(entry => (entry.RemoteRef.Key, entry.RemoteRef.Property)),
            The("ExternalSecret")["spec"]!["data"]!.AsArray().Select(entry => ((string)entry!["remoteRef"]!["key"]!, (string?)entry["remoteRef"]!["property"])));
        AssertHolds(map.Data, The("ConfigMap")["data"]);

        JsonNode The(string kind) => Assert.Single(read, item => (string)item["kind"]! == kind);
    }

    // Worker rather than web: a scaler of KEDA has texts as well.
    private static AppSpec Trapped() => OperatedApps.Worker(worker => worker with
    {
        Variables = Traps.Select((text, i) => new VariableSpec($"V{i:000}", text)).ToEquatableArray(),
        Args = Apps.List(Traps),
        Command = Apps.List(Traps),
        Annotations = Traps.SelectMany((text, i) => new[] { new MetadataSpec($"trap.example.com/a{i}", text, null), new MetadataSpec($"trap.example.com/p{i}", text, "Pod") }).ToEquatableArray(),
        Labels = LabelTraps.Select((text, i) => new MetadataSpec($"trap.example.com/l{i}", text, null)).ToEquatableArray(),
        QueueScale = new QueueScaleSpec("rabbitmq", 0, 5, Traps.Select((text, i) => new TriggerSetting($"s{i}", text)).ToEquatableArray(), null),
    }).WithSecrets([.. Traps.Where(text => text.Length > 0).Select((text, i) => new SecretSpec($"S{i:000}", text, text, null, null))]);

    private static IEnumerable<string?> Texts(JsonNode? list, Func<JsonNode?, JsonNode?> read) => list!.AsArray().Select(item => (string?)read(item));

    // Of the labels one is kubectl's, which says that it has read the object.
    private static void AssertHolds(IEnumerable<KeyValuePair<string, string>> expected, JsonNode? actual) => Assert.Equal(
        expected.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (string?)pair.Value)),
        actual!.AsObject().Where(pair => pair.Key != "read-by").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (string?)pair.Value)));
}
