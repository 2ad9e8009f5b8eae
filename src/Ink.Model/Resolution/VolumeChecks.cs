using Ink.Model.Declarations;
using Ink.Model.Rules;

namespace Ink.Model.Resolution;

/// <summary>What can be said of the declarations of a volume in all environments together.</summary>
internal static class VolumeChecks
{
    private static readonly string[] OfPersistentOnes = ["StorageClass", "AccessMode"];

    /// <summary>
    /// Reports arguments that nothing is persistent for. A plain declaration may well name the class of the volume that production alone
    /// has, so the size is looked for in every environment.
    /// </summary>
    public static void Run(AppModel model, FindingCollector findings)
    {
        var volumes = model.Declarations.Where(declaration => declaration.Attribute == AttributeKind.Volume.Name).ToList();
        foreach (var declaration in volumes)
        {
            if (volumes.Any(other => MountPath(other) == MountPath(declaration) && other[VolumeResolver.Size] is not null))
                continue;
            foreach (var argument in OfPersistentOnes.Where(argument => declaration[argument] is not null))
            {
                findings.Add(
                    RuleCatalogue.NoEffect,
                    $"{declaration.Display} {argument}: without {VolumeResolver.Size} the volume is scratch space that goes with its pod, so this has no effect. Write {VolumeResolver.Size} for a persistent one, or remove {argument}.",
                    declaration,
                    argument);
            }
        }
    }

    private static string? MountPath(Declaration declaration) => declaration.TextOf(VolumeResolver.MountPath)?.TrimEnd('/');
}
