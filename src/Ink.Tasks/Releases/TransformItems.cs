using Ink.Manifests;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Microsoft.Build.Framework;

namespace Ink.Tasks.Releases;

/// <summary>Reads the <c>InkManifestTransform</c> items.</summary>
internal static class TransformItems
{
    private const string ProjectEnding = "proj";

    /// <summary>The transforms, in the order of the items; a project stands for the assembly that it made.</summary>
    /// <param name="items">Assemblies and projects, paths in full.</param>
    /// <param name="outputs">The assemblies that the projects made, as the MSBuild task gives them.</param>
    /// <exception cref="InkException">INK4015: a project is not there, or made nothing or more than one assembly.</exception>
    public static IReadOnlyList<TransformReference> Read(ITaskItem[] items, ITaskItem[] outputs)
    {
        if (items.Length == 0)
            return [];
        var made = outputs.ToLookup(output => output.GetMetadata("MSBuildSourceProjectFile"), output => output.ItemSpec, PathComparer);
        return [.. items.Select(item => new TransformReference(AssemblyOf(item.ItemSpec, made), TypeOf(item)))];
    }

    private static StringComparer PathComparer => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static string AssemblyOf(string path, ILookup<string, string> made)
    {
        if (!path.EndsWith(ProjectEnding, StringComparison.OrdinalIgnoreCase))
            return path;
        if (!File.Exists(path))
            throw new InkException(RuleCatalogue.TransformFailed.Id, $"The project {path} is an InkManifestTransform, and there is no such file. Correct the path; in Directory.Build.props begin it with $(MSBuildThisFileDirectory).");
        return made[path].ToList() is [var assembly]
            ? assembly
            : throw new InkException(
                RuleCatalogue.TransformFailed.Id,
                $"The project {path} is an InkManifestTransform, and building it has to make one assembly. Give it one target framework, the net10.0 that Ink runs on.");
    }

    private static string? TypeOf(ITaskItem item) => item.GetMetadata("Type") is { Length: > 0 } type ? type : null;
}
