using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>What a mount does to what lies below it.</summary>
internal enum MountKind
{
    /// <summary>One file: nothing lies below it.</summary>
    File,

    /// <summary>A directory with files of its own, which a mount below it would hide or, where it is read-only, could not be made in.</summary>
    Directory,

    /// <summary>A directory that is empty when a pod starts, so that a mount below it hides nothing.</summary>
    Scratch,
}

/// <summary>Something that a container has at a path.</summary>
/// <param name="Path">The path, absolute.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">How a message refers to it.</param>
internal sealed record Mounted(string Path, MountKind Kind, string Name);

/// <summary>
/// What a workload mounts. No two things can be at one path, and none below another's, where they would hide each other's files.
/// </summary>
internal sealed class MountChecks
{
    private static readonly Mounted Temporary = new(ImageDirectories.Temporary, MountKind.Scratch, "the temporary directory that every pod has");

    private readonly List<Mounted> _mounts = [Temporary];

    /// <summary>Starts with the secrets that are files, which have been checked against each other.</summary>
    public MountChecks(IEnumerable<SecretSpec> secrets)
    {
        foreach (var secret in secrets.Where(secret => secret.File is not null))
        {
            var mount = new Mounted(secret.File!, MountKind.File, $"the secret {secret.Name}");
            var directory = ContainerPath.DirectoryOf(mount.Path);
            _mounts.Add(mount);
            if (!ImageDirectories.Contains(directory))
                _mounts.Add(mount with { Path = directory, Kind = MountKind.Directory });
        }
    }

    /// <summary>Adds a mount; reports where it does not go with another. Scratch space takes the place of the temporary directory.</summary>
    public void Add(Mounted mount, MergedDeclaration declared, string argument)
    {
        if (mount.Path == Temporary.Path && mount.Kind == MountKind.Scratch)
            _mounts.Remove(Temporary);
        // Of placeholders that only the render knows, only the render can tell.
        if (declared.IsExact(argument) && Clash(mount) is { } clash)
            declared.Report(RuleCatalogue.DuplicateName, argument, clash);
        _mounts.Add(mount);
    }

    private string? Clash(Mounted mount)
    {
        if (ImageDirectories.IsEssential(mount.Path))
            return $"a mount at {mount.Path} would hide what the image has there, and the app would not start. Mount it elsewhere, for example at /var/lib/shop.";
        if (_mounts.FirstOrDefault(other => other.Path == mount.Path) is { } same)
            return $"{same.Name} is at {mount.Path} already. Mount one of the two elsewhere.";
        if (_mounts.FirstOrDefault(other => Hides(other, mount)) is { } outer)
            return $"{mount.Path} lies within {outer.Path}, where {outer.Name} is. Mount one of the two elsewhere.";
        return _mounts.FirstOrDefault(other => Hides(mount, other)) is { } inner
            ? $"{inner.Name} is at {inner.Path}, which lies within {mount.Path}. Mount one of the two elsewhere."
            : null;
    }

    private static bool Hides(Mounted outer, Mounted inner) => outer.Kind != MountKind.Scratch && ContainerPath.IsBelow(inner.Path, outer.Path);
}
