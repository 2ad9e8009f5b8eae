using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the files of the project that a workload finds in its container.</summary>
internal sealed class ConfigFileResolver(DeclarationLayers layers, ResolutionContext context)
{
    private const string Path = "Path";
    private const string MountPath = "MountPath";

    /// <summary>The files, by where they are mounted (ordinal).</summary>
    /// <param name="workload">The workload's name.</param>
    /// <param name="mounts">What else is mounted; the files are added.</param>
    public EquatableArray<ConfigFileSpec> Resolve(string workload, MountChecks mounts)
    {
        var files = new List<ConfigFileSpec>();
        foreach (var declared in layers.Many(AttributeKind.ConfigFile, workload))
        {
            var path = declared.Text(Path, ContainerPath.IsInside, RuleCatalogue.EmptyArgument, value =>
                $"\"{value}\" is not the path of a file in the project's folder. Write it relative to that, with '/' and without '.' and '..': config/shop.json.");
            if (string.IsNullOrWhiteSpace(path) || Mount(declared, path!) is not { } mountPath)
                continue;
            mounts.Add(new Mounted(mountPath, MountKind.File, $"the config file {path}"), declared, declared.Raw(MountPath) is null ? Path : MountPath);
            files.Add(new ConfigFileSpec(path!, mountPath, Content(declared, path!)));
        }

        return files.OrderBy(file => file.MountPath, StringComparer.Ordinal).ToEquatableArray();
    }

    // Beside the app's own files, where the same relative path leads to it on a developer's machine and in the cluster.
    private static string? Mount(MergedDeclaration declared, string path)
    {
        if (declared.Raw(MountPath) is null)
            return $"{ImageDirectories.App}/{path}";

        var mountPath = declared.Text(MountPath, value => ContainerPath.IsAbsolute(WithFileName(value, path)), RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not an absolute path. Write that of the file, /etc/shop/shop.json, or that of its directory, /etc/shop/.");
        return string.IsNullOrWhiteSpace(mountPath) ? null : WithFileName(mountPath!, path);
    }

    private static string WithFileName(string mountPath, string path) =>
        mountPath.EndsWith("/", StringComparison.Ordinal) ? mountPath + ContainerPath.FileName(path) : mountPath;

    private ConfigContent? Content(MergedDeclaration declared, string path)
    {
        if (context.ConfigFiles is null || !declared.IsExact(Path) || !ContainerPath.IsInside(path))
            return null;

        switch (context.ConfigFiles.Read(path))
        {
            case ConfigFile.Found found:
                return found.Content;
            case ConfigFile.Outside:
                declared.Report(RuleCatalogue.EmptyArgument, Path, $"{path} is a link that leads out of the project's folder. Put the file itself there.");
                return null;
            case ConfigFile.TooLarge:
                declared.Report(RuleCatalogue.InvalidQuantity, Path, $"{path} has more than 1 MiB, which is what a ConfigMap holds. Put it into the image, or split it.");
                return null;
            case ConfigFile.Unreadable unreadable:
                declared.Report(RuleCatalogue.MissingReference, Path, $"{path} cannot be read: {unreadable.Reason}");
                return null;
            default:
                declared.Report(RuleCatalogue.MissingReference, Path, $"there is no file {path} in the project's folder. Add it to the repository, correct the path (capitals count), or limit the attribute with Environment.");
                return null;
        }
    }
}
