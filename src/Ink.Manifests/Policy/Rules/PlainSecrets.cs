using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK3008: base64 hides nothing, and what is in git once stays there.</summary>
internal static class PlainSecrets
{
    public static IEnumerable<Breach> Judge(ManifestObject item)
    {
        if (!item.Is("", "Secret"))
            yield break;
        foreach (var field in new[] { "data", "stringData" })
        {
            // An empty value is a place that somebody else fills.
            var keys = item.Node[field].Fields.Where(pair => !string.IsNullOrEmpty(pair.Value.Text)).Select(pair => pair.Key).ToList();
            if (keys.Count > 0)
                yield return new Breach(RuleCatalogue.PlainSecret, field, $"Secret \"{item.Name}\" holds values ({string.Join(", ", keys)})", "Keep them in a secret store, and refer to them: [assembly: Secret], an ExternalSecret or a SealedSecret.");
        }
    }
}
