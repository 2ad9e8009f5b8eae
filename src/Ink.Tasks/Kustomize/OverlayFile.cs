using Ink.Model.Rules;
using Ink.Tasks.Errors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ink.Tasks.Kustomize;

/// <summary>The kustomization file of an overlay.</summary>
internal static class OverlayFile
{
    // In the order in which Kustomize looks for them.
    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>The kustomization file of a folder, or <see langword="null"/>.</summary>
    public static string? Find(string folder) => Names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Puts a resource before those that the file has.</summary>
    /// <param name="path">The file, which is written anew.</param>
    /// <param name="resource">Relative to the file's folder.</param>
    /// <param name="shownAs">How a message names the file.</param>
    /// <exception cref="InkException">INK4005: the file is no kustomization.</exception>
    public static void AddResource(string path, string resource, string shownAs)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = File.OpenText(path);
            stream.Load(reader);
        }
        catch (YamlException exception)
        {
            throw new InkException(RuleCatalogue.KustomizeFailed.Id, $"{shownAs} is not YAML: {exception.Message} Correct the file.", exception);
        }

        // An empty file is a kustomization without anything, which Kustomize itself accepts once it has a resource.
        var root = stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode as YamlMappingNode;
        if (root is null)
            throw new InkException(RuleCatalogue.KustomizeFailed.Id, $"{shownAs} is not a kustomization: its fields are missing. Write for example 'patches:' with a list.");

        var resources = root.Children.TryGetValue("resources", out var value) && value is YamlSequenceNode list ? list : new YamlSequenceNode();
        resources.Children.Insert(0, new YamlScalarNode(resource.Replace('\\', '/')));
        root.Children["resources"] = resources;

        using var writer = File.CreateText(path);
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
    }

    /// <summary>Copies a folder with everything in it.</summary>
    public static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
