using System.Text.Json;
using Ink.Manifests.Reading;
using Ink.Model.Rules;
using Ink.Model.Values;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Releases;

/// <summary>A release as its <c>release.json</c> in the GitOps repository has it: all that a later render of it needs.</summary>
/// <param name="App">The app's name.</param>
/// <param name="Source">The source commit.</param>
/// <param name="Image">The image, with its digest where it has one.</param>
/// <param name="Ink">The version of Ink that rendered it.</param>
/// <param name="Model">The app model and the config files of all environments.</param>
internal sealed record DeployedRelease(string App, SourceCommit Source, ImageName Image, string Ink, ReleaseModel Model)
{
    /// <summary>Reads one.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The file's path in the repository, for messages.</param>
    /// <exception cref="InkException">INK4012: the text is damaged, or a newer Ink wrote it.</exception>
    public static DeployedRelease Parse(string text, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            return Read(json.RootElement, path);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ModelFormatException)
        {
            // What System.Text.Json says of text that is no JSON, of a value of another kind than asked for, and of one that is missing.
            throw new InkException(RuleCatalogue.NothingToPromote.Id, $"'{path}' in the GitOps repository cannot be read: {error.Message} Deploy to that environment again, which writes it anew.", error);
        }
    }

    private static DeployedRelease Read(JsonElement root, string path)
    {
        var schema = root.GetProperty("schema").GetInt32();
        if (schema > ReleaseJson.SchemaVersion)
        {
            throw new InkException(
                RuleCatalogue.NothingToPromote.Id,
                $"'{path}' in the GitOps repository has schema {schema}, and this Ink reads up to {ReleaseJson.SchemaVersion}: a newer Ink deployed it. Update Ink.Sdk.");
        }

        var model = root.GetProperty("model").GetRawText();
        return new DeployedRelease(
            TextOf(root, "app"),
            new SourceCommit(TextOf(root, "commit"), TextOf(root, "commitTime")),
            ReadImage(TextOf(root, "image")),
            TextOf(root, "ink"),
            new ReleaseModel(ModelReader.Read(model), model, ReleasedConfigFiles.Read(root)));
    }

    // As ImageName writes it: what begins with no host is in no registry.
    private static ImageName ReadImage(string text)
    {
        var (name, tag, digest) = ImageGrammar.Split(text);
        var (registry, repository) = ImageGrammar.SplitName(name);
        return new ImageName(registry, repository, tag ?? throw new FormatException($"The image '{text}' has no tag."), digest);
    }

    private static string TextOf(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new FormatException($"It has no {name}.");
}
