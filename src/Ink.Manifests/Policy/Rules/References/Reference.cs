using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules.References;

/// <summary>INK1014: what an object refers to is not there. The kinds that can be referred to are told apart here, once.</summary>
internal static class Reference
{
    /// <summary>A reference by name is broken where the set would hold an object of the kind, and none has the name.</summary>
    public static IEnumerable<Breach> ByName(ManifestObject item, ManifestSet set, string group, string kind, string name, string path) =>
        !set.InNamespaceOf(item, other => other.Is(group, kind) && other.Name == name).Any() && set.WouldHold(item, other => other.Is(group, kind))
            ? [Of(path, $"there is no {kind} \"{name}\"", "Correct the name, or add the object.")]
            : [];

    public static Breach Of(string path, string problem, string remedy) => new(RuleCatalogue.MissingReference, path, problem, remedy);
}
