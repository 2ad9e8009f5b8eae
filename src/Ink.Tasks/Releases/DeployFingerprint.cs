using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ink.Manifests;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Releases;

/// <summary>
/// One value for everything beside the commit that decides what a deploy makes: properties of the call and of the project, environments,
/// labels, annotations, Ink itself, and the day, on which a suppression may end. Credentials in addresses do not count: they change by the hour
/// in CI, and they decide nothing.
/// </summary>
internal static class DeployFingerprint
{
    /// <summary>Computes it.</summary>
    /// <param name="settings">What the project and the call say.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="facts">What the compiler and the publish go by: configuration, framework, constants, SDK.</param>
    public static string Of(ProjectSettings settings, string environment, IEnumerable<string> facts)
    {
        var text = new StringBuilder();
        Add([typeof(DeployFingerprint).Module.ModuleVersionId.ToString(), InkVersion.Current, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), environment]);
        Add(facts);
        Add(Sorted(settings.CommandLine));
        Add(Sorted(settings.Properties));
        foreach (var declared in settings.Environments)
            Add(Sorted(declared.Metadata).Prepend(declared.Name));
        foreach (var item in settings.Labels.Concat(settings.Annotations))
            Add([item.ToString()]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // Lengths in front, so that no value can look like two.
        void Add(IEnumerable<string> values)
        {
            var list = values.Select(Masking.Mask).ToList();
            text.Append(CultureInfo.InvariantCulture, $"{list.Count}:");
            foreach (var value in list)
                text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<KeyValuePair<string, string>> values) =>
        values.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).SelectMany(pair => new[] { pair.Key.ToUpperInvariant(), pair.Value });
}
