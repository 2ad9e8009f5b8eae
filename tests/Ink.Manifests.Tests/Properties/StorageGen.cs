using CsCheck;
using Ink.Model.Collections;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Manifests.Tests.Properties;

/// <summary>Makes random volumes and config files.</summary>
internal static class StorageGen
{
    private static readonly Gen<string> Directory = Gen.OneOf("/data", "/tmp", "/var/lib/index", "/Var/Lib", "/a-b", "/a/b", $"/{new string('d', 70)}");

    private static readonly Gen<ConfigContent> Content = Gen.OneOf(
        Gen.OneOf("", "{}\n", "no", "a\r\nb\r\n", " x ", "🛒\n", "---\na: 1\n").Select(ConfigContent.OfText),
        Gen.Byte.Array[0, 20].Select(ConfigContent.OfBinary));

    // Two workloads may have one file, but a file has one content.
    private static readonly Gen<ConfigFileSpec[]> Files =
        Gen.Select(
            Gen.OneOf("shop.json", "config/shop.json", "config/SHOP.json", "größe.txt", $"{new string('f', 70)}.txt", "..x"),
            Gen.OneOf("/app", "/etc/shop", "/etc-shop"),
            Content,
            (path, directory, content) => new ConfigFileSpec(path, $"{directory}/{path}", content))
        .Array[0, 5].Select(files => files.DistinctBy(file => file.Path).DistinctBy(file => file.MountPath).ToArray());

    private static readonly Gen<Declared> Volume =
        from path in Directory
        from isInMemory in Gen.Bool
        from size in Gen.OneOf(null, "10Gi", "1e9", "500M")
        from storageClass in Gen.OneOf(null, "gp3", "a.b")
        from mode in Gen.OneOf(AccessMode.ReadWriteOnce, AccessMode.ReadOnlyMany, AccessMode.ReadWriteMany, AccessMode.ReadWriteOncePod)
        from isShared in Gen.Bool
        select new Declared(path, isInMemory, size, storageClass, mode, isShared);

    /// <summary>The app with some of all that, as far as its names leave room.</summary>
    public static Gen<AppSpec> Stored(this Gen<AppSpec> apps) =>
        from app in apps
        from files in Files
        from volumes in Volume.Array[0, 4]
        let declared = volumes.DistinctBy(volume => volume.Path).ToArray()
        select app with
        {
            Workloads = app.Workloads.Select((workload, i) => workload with
            {
                Volumes = Free(workload, declared.Skip(i % 2)).Select(volume => Resolve(app, workload, volume)).ToEquatableArray(),
                ConfigFiles = files.Skip(i % 3).Where(file => workload.Secrets.All(secret => secret.File != file.MountPath)).ToEquatableArray(),
            }).ToEquatableArray(),
        };

    // What the resolver would refuse.
    private static IEnumerable<Declared> Free(WorkloadSpec workload, IEnumerable<Declared> volumes) => volumes.Where(volume =>
        !(volume.Path == "/tmp" && volume.Size is not null)
        && !(volume.Size is not null && !workload.RunsToCompletion && workload.ObjectName.Length > KubernetesName.MaxStatefulSetLength)
        && workload.Secrets.All(secret => secret.File is not { } file || (ContainerPath.DirectoryOf(file) != volume.Path && file != volume.Path)));

    private static VolumeSpec Resolve(AppSpec app, WorkloadSpec workload, Declared declared)
    {
        var volume = new VolumeSpec(ShortName.OfPath("volume", declared.Path), declared.Path) { IsInMemory = declared.IsInMemory && declared.Size is null };
        if (declared.Size is not { } size)
            return volume;
        var owner = declared.Mode is AccessMode.ReadWriteOnce or AccessMode.ReadWriteOncePod
            ? workload.RunsToCompletion ? ClaimOwner.Workload : ClaimOwner.Pod
            : declared.IsShared ? ClaimOwner.App : ClaimOwner.Workload;
        var name = owner switch
        {
            ClaimOwner.Pod => volume.Name,
            ClaimOwner.Workload => ShortName.OfPath($"{workload.ObjectName}-of", declared.Path),
            _ => ShortName.OfPath(app.Name, declared.Path),
        };
        return volume with { Claim = new ClaimSpec(name, owner, Quantity.Parse(size)!, declared.StorageClass, declared.Mode) };
    }

    private sealed record Declared(string Path, bool IsInMemory, string? Size, string? StorageClass, AccessMode Mode, bool IsShared);
}
