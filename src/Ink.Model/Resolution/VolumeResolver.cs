using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the writable directories of a workload, and what outlives its pods of them.</summary>
internal sealed class VolumeResolver(DeclarationLayers layers, ResolutionContext context)
{
    public const string MountPath = "MountPath";
    public const string Size = "Size";

    private const string Medium = "Medium";
    private const string Memory = "Memory";

    /// <summary>The volumes, by where they are mounted (ordinal).</summary>
    /// <param name="app">The app's name.</param>
    /// <param name="workload">The workload, its name, kind and object name at least.</param>
    /// <param name="mounts">What else is mounted; the volumes are added.</param>
    public EquatableArray<VolumeSpec> Resolve(string app, WorkloadSpec workload, MountChecks mounts)
    {
        var volumes = new List<VolumeSpec>();
        foreach (var declared in layers.Many(AttributeKind.Volume, workload.Name))
        {
            if (PathOf(declared) is not { } path)
                continue;
            var isPersistent = declared.Text(Size) is not null;
            mounts.Add(new Mounted(path, isPersistent ? MountKind.Directory : MountKind.Scratch, $"the volume {path}"), declared, MountPath);
            var volume = new VolumeSpec(ShortName.OfPath("volume", path), path);
            // All are read, whichever have an effect: what is wrong with one is wrong before the size is written or taken away.
            var (storageClass, mode, isInMemory) = (StorageClass(declared, isPersistent), Mode(declared), IsInMemory(declared));
            volumes.Add(isPersistent
                ? volume with { Claim = Claim(declared, volume, app, workload, storageClass, mode) }
                : volume with { IsInMemory = isInMemory });
        }

        return volumes.OrderBy(volume => volume.MountPath, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The directory; <see langword="null"/> where it is not valid.</summary>
    public static string? PathOf(MergedDeclaration declared)
    {
        // A slash at the end says that it is a directory, which it is anyway.
        var path = declared.Text(MountPath, value => value == "/" || ContainerPath.IsAbsolute(WithoutSlash(value)), RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not the absolute path of a directory. Write for example /var/lib/shop.");
        return string.IsNullOrWhiteSpace(path) ? null : WithoutSlash(path!);
    }

    private static string WithoutSlash(string path) =>
        path.Length > 1 && path.EndsWith("/", StringComparison.Ordinal) ? path.Substring(0, path.Length - 1) : path;

    private static bool IsInMemory(MergedDeclaration declared) =>
        declared.Text(Medium, value => value == Memory, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is no medium. Write \"{Memory}\", or leave the argument out for the node's disk.") == Memory;

    // What the project says of all volumes is nothing to one that is scratch space.
    private string? StorageClass(MergedDeclaration declared, bool isPersistent)
    {
        const string Name = "StorageClass";
        return isPersistent
            ? declared.Setting(context, Name, InkProperty.StorageClass, KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, Problem)
            : declared.Text(Name, KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, Problem);

        static string Problem(string value) => $"\"{value}\" cannot be the name of a StorageClass. Write lower-case letters, digits, '-' and '.'.";
    }

    private static ClaimSpec Claim(MergedDeclaration declared, VolumeSpec volume, string app, WorkloadSpec workload, string? storageClass, AccessMode mode)
    {
        CheckMedium(declared);
        var owner = Owner(declared, mode, workload);
        CheckName(declared, owner, workload);
        return new ClaimSpec(
            owner switch
            {
                ClaimOwner.Pod => volume.Name,
                ClaimOwner.Workload => ShortName.OfPath(workload.ObjectName, volume.MountPath),
                _ => ShortName.OfPath(app, volume.MountPath),
            },
            owner,
            ResourcesResolver.Bytes(declared, Size) ?? Quantity.Parse("1Gi")!,
            storageClass,
            mode);
    }

    // A volume that one node mounts at a time cannot follow the pods of a Deployment: each pod of what keeps running has its own. What runs to
    // its end has one for all its runs. One that many may mount is what was declared: the app's, or that of the workload that was named.
    private static ClaimOwner Owner(MergedDeclaration declared, AccessMode mode, WorkloadSpec workload)
    {
        if (mode is AccessMode.ReadWriteOnce or AccessMode.ReadWriteOncePod)
            return workload.RunsToCompletion ? ClaimOwner.Workload : ClaimOwner.Pod;
        return declared.Layers.Any(layer => layer.Workload is not null) ? ClaimOwner.Workload : ClaimOwner.App;
    }

    private static void CheckName(MergedDeclaration declared, ClaimOwner owner, WorkloadSpec workload)
    {
        if (owner == ClaimOwner.Pod && workload.ObjectName.Length is > KubernetesName.MaxStatefulSetLength and <= KubernetesName.MaxLabelLength)
            declared.Report(RuleCatalogue.InvalidName, Size, $"the workload \"{workload.Name}\" becomes a StatefulSet with it, and \"{workload.ObjectName}\" has {workload.ObjectName.Length} characters; {KubernetesName.MaxStatefulSetLength} are allowed, because Kubernetes labels the pods with the name and a hash. Shorten the app's or the workload's name.");
    }

    private static AccessMode Mode(MergedDeclaration declared)
    {
        var text = declared.Text("AccessMode", IsMode, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is none of {string.Join(", ", Enum.GetNames(typeof(AccessMode)))}. Write one of them.");
        return text is not null && IsMode(text) ? (AccessMode)Enum.Parse(typeof(AccessMode), text) : AccessMode.ReadWriteOnce;
    }

    // Not TryParse: it takes numbers as well, and lists.
    private static bool IsMode(string text) => Enum.GetNames(typeof(AccessMode)).Contains(text, StringComparer.Ordinal);

    // Memory in one environment and a disk in another are two things to say; only who writes both in one place, or the medium over the
    // size, expects what never happens.
    private static void CheckMedium(MergedDeclaration declared)
    {
        var medium = LastOf(declared, Medium);
        if (medium >= 0 && medium >= LastOf(declared, Size))
            declared.Report(RuleCatalogue.NoEffect, Medium, $"with {Size} the volume is a persistent one, on the medium of its StorageClass, so this has no effect. Remove {Medium} or {Size}.");
    }

    private static int LastOf(MergedDeclaration declared, string argument)
    {
        for (var i = declared.Layers.Count - 1; i >= 0; i--)
        {
            if (declared.Layers[i][argument] is not null)
                return i;
        }

        return -1;
    }
}
