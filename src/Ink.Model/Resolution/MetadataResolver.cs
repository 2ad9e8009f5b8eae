using System.Text;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the user's labels and annotations.</summary>
internal sealed class MetadataResolver(DeclarationLayers layers)
{
    /// <summary>The labels of a workload's objects, or of those that belong to none.</summary>
    public EquatableArray<MetadataSpec> Labels(string? workload = null)
    {
        var hasTeam = layers.Context.Setting(InkProperty.Team, layers.One(AttributeKind.App).Text("Team")) is not null;
        return Resolve(AttributeKind.Label, layers.Context.Labels, workload, KubernetesName.IsLabelValue, key => ReservedKeys.OwnerOfLabel(key, hasTeam), value =>
            $"\"{value}\" cannot be the value of a label: letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends. Shorten it, or write an [Annotation].");
    }

    /// <summary>The annotations of a workload's objects, or of those that belong to none.</summary>
    public EquatableArray<MetadataSpec> Annotations(string? workload = null) =>
        Resolve(AttributeKind.Annotation, layers.Context.Annotations, workload, value => Encoding.UTF8.GetByteCount(value) < KubernetesName.MaxAnnotationBytes, ReservedKeys.OwnerOfAnnotation, value =>
            $"the value has {value.Length} characters; an object's annotations hold 256 KiB. Shorten it, or keep it in a file.");

    private EquatableArray<MetadataSpec> Resolve(
        AttributeKind kind, IReadOnlyList<ProjectMetadata> project, string? workload, Func<string, bool> isValue, Func<string, string?> ownerOf, Func<string, string> wrongValue)
    {
        var entries = new List<MetadataSpec>();
        foreach (var declared in layers.Many(kind, workload))
        {
            var key = declared.Text("Key", KubernetesName.IsQualifiedName, RuleCatalogue.InvalidMetadata, WrongKey);
            if (key is not null && ownerOf(key) is { } owner)
                declared.Report(RuleCatalogue.DuplicateName, "Key", $"{key} is {owner}. Take another key.");
            var on = declared.Text("On", ObjectKind.All.Contains, RuleCatalogue.MissingReference, WrongKind);
            var text = declared.Text("Value", isValue, RuleCatalogue.InvalidMetadata, wrongValue);
            if (key is not null && text is not null)
                entries.Add(new MetadataSpec(key, text, on));
        }

        // Only now: what an attribute says of a key, of all kinds or of one, is not the project's to say.
        var written = entries.ToList();
        entries.AddRange(OfProject(kind, project, isValue, ownerOf, wrongValue)
            .Where(item => !written.Exists(entry => entry.Key == item.Key && (entry.On is null || entry.On == item.On))));
        return entries
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ThenBy(entry => entry.On, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private IEnumerable<MetadataSpec> OfProject(
        AttributeKind kind, IReadOnlyList<ProjectMetadata> project, Func<string, bool> isValue, Func<string, string?> ownerOf, Func<string, string> wrongValue)
    {
        var environment = layers.Context.Environment;
        var item = $"Ink{kind.Name}";

        // Of two that say the same thing the last one counts, but one for the environment before one for all.
        return project
            .Where(entry => entry.Environment is null || entry.Environment == environment)
            .GroupBy(entry => (entry.Key, entry.On))
            .Select(group => group.LastOrDefault(entry => entry.Environment is not null) ?? group.Last())
            .Select(entry =>
            {
                var place = $"{item} {entry.Key}";
                layers.Property(item, entry.Key, KubernetesName.IsQualifiedName, RuleCatalogue.InvalidMetadata, WrongKey);
                layers.Property(place, entry.Key, key => ownerOf(key) is null, RuleCatalogue.DuplicateName, key => $"{key} is {ownerOf(key)}. Take another key.");
                if (entry.On is not null)
                    layers.Property(place, entry.On, ObjectKind.All.Contains, RuleCatalogue.MissingReference, WrongKind);
                return new MetadataSpec(entry.Key, layers.Property(place, entry.Value, isValue, RuleCatalogue.InvalidMetadata, wrongValue), entry.On);
            });
    }

    private static string WrongKey(string key) =>
        $"\"{key}\" cannot be a key: letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends, with a DNS name and '/' in front or not. Write for example example.com/cost-center.";

    private static string WrongKind(string kind) =>
        $"Ink makes no object of kind \"{kind}\". Write one of {string.Join(", ", ObjectKind.All)}, or leave On out.";
}
