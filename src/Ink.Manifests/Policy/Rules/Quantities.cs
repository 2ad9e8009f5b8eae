using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK0003: a request or limit that the API server refuses.</summary>
internal static class Quantities
{
    private static readonly string[] Lists = ["requests", "limits"];

    public static IEnumerable<Breach> Judge(PodTemplate pod) =>
        from container in pod.Containers
        from list in Lists
        from field in container.Node["resources"][list].Fields
        where field.Value.Text is { } text && Quantity.Parse(text) is null
        select new Breach(
            RuleCatalogue.InvalidQuantity,
            ManifestPath.Of($"{container.Path}.resources.{list}", field.Key),
            $"\"{field.Value.Text}\" is no amount of {field.Key}",
            "Write for example 250m of cpu, or 256Mi of memory.");
}
