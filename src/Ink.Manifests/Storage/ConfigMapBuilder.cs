using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Storage;

/// <summary>
/// The config files of the app, one a ConfigMap. The name holds a hash of the content, so that a change is a new object: pods start anew
/// with it, those of the version before keep theirs until they are gone, and then Argo CD prunes it.
/// </summary>
internal static class ConfigMapBuilder
{
    /// <summary>Every file that a workload of the app has, once.</summary>
    public static IEnumerable<V1ConfigMap> Build(AppSpec app) =>
        app.Workloads
            .SelectMany(workload => workload.ConfigFiles)
            .Select(file => (Name: NameOf(app, file), Key: KeyOf(file), Content: ContentOf(file)))
            .Distinct()
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => Build(app, file.Name, file.Key, file.Content));

    /// <summary>The name of the ConfigMap that holds a file: <c>checkout-shop-json-1a2b3c4d</c>.</summary>
    public static string NameOf(AppSpec app, ConfigFileSpec file)
    {
        var key = KeyOf(file);
        var content = ContentOf(file);
        return ShortName.WithHash(ShortName.Join(app.Name, KebabCase.From(key)), $"{key}\n{content.Text ?? content.Base64}");
    }

    /// <summary>The key in it: the file's name, where it can be one ("ConfigMap object" in the Kubernetes documentation).</summary>
    public static string KeyOf(ConfigFileSpec file)
    {
        var name = ContainerPath.FileName(file.Path);
        var isKey = name.Length <= KubernetesName.MaxSubdomainLength
            && !name.StartsWith("..", StringComparison.Ordinal)
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
        return isKey ? name : "file";
    }

    private static V1ConfigMap Build(AppSpec app, string name, string key, ConfigContent content)
    {
        var metadata = ObjectMetadata.Create(app, name, Labels.Of(app), SyncWave.Prerequisites);
        // Applied by the client, the object would hold the file a second time, in an annotation, of which it can hold 256 KiB.
        metadata.Annotate(SyncOption.Key, SyncOption.ServerSideApply);
        return new V1ConfigMap
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = metadata,
            // The name stands for the content; kubelets also need not watch for changes.
            Immutable = true,
            Data = content.Text is { } text ? new Dictionary<string, string> { [key] = text } : null,
            BinaryData = content.Base64 is { } base64 ? new Dictionary<string, byte[]> { [key] = Convert.FromBase64String(base64) } : null,
        };
    }

    private static ConfigContent ContentOf(ConfigFileSpec file) =>
        file.Content ?? throw new ArgumentException($"The content of {file.Path} is not known. Resolve the app with {nameof(Model.Resolution.ResolutionContext)}.{nameof(Model.Resolution.ResolutionContext.ConfigFiles)}.", nameof(file));
}
