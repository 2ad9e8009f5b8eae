using System.Text.Json;
using Ink.Model.Values;
using Ink.Tasks.Registry;

namespace Ink.Tasks.SupplyChain.Provenance;

/// <summary>
/// The image that another was built on, as the labels say that the .NET SDK writes
/// (https://github.com/opencontainers/image-spec/blob/main/annotations.md: <c>base.name</c>, <c>base.digest</c>).
/// </summary>
/// <param name="Name">As it was asked for, with its tag.</param>
/// <param name="Registry">The registry's host; <see langword="null"/> where the name has none.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Digest">The digest.</param>
internal sealed record BaseImage(string Name, string? Registry, string Repository, string Digest)
{
    private const string NameLabel = "org.opencontainers.image.base.name";
    private const string DigestLabel = "org.opencontainers.image.base.digest";

    /// <summary>Reads the labels of an image's configuration; <see langword="null"/> where they are not there.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="asked">What the build asked for; empty where it is not known.</param>
    public static BaseImage? Read(JsonElement configuration, string asked)
    {
        if (!configuration.TryGetProperty("config", out var config) || config.ValueKind != JsonValueKind.Object
            || !config.TryGetProperty("Labels", out var labels) || labels.ValueKind != JsonValueKind.Object
            || Text(labels, NameLabel) is not { Length: > 0 } name || Text(labels, DigestLabel) is not { } digest || !ImageReference.IsDigest(digest))
            return null;
        // .NET SDK 10.0.4xx cuts the labels of an image for several platforms at their first colon, and a registry's port follows one.
        if (asked.StartsWith(name, StringComparison.Ordinal))
            name = asked;
        var (registry, repository) = ImageGrammar.SplitName(ImageGrammar.Split(name).Name);
        return new BaseImage(name, registry, repository, digest);
    }

    private static string? Text(JsonElement labels, string name) =>
        labels.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
