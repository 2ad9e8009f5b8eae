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
        var hasTeam = layers.One(AttributeKind.App).Text("Team") is not null;
        return Resolve(AttributeKind.Label, workload, KubernetesName.IsLabelValue, key => ReservedKeys.OwnerOfLabel(key, hasTeam), value =>
            $"\"{value}\" cannot be the value of a label: letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends. Shorten it, or write an [Annotation].");
    }

    /// <summary>The annotations of a workload's objects, or of those that belong to none.</summary>
    public EquatableArray<MetadataSpec> Annotations(string? workload = null) =>
        Resolve(AttributeKind.Annotation, workload, value => Encoding.UTF8.GetByteCount(value) < KubernetesName.MaxAnnotationBytes, ReservedKeys.OwnerOfAnnotation, value =>
            $"the value has {value.Length} characters; an object's annotations hold 256 KiB. Shorten it, or keep it in a file.");

    private EquatableArray<MetadataSpec> Resolve(
        AttributeKind kind, string? workload, Func<string, bool> isValue, Func<string, string?> ownerOf, Func<string, string> wrongValue)
    {
        var entries = new List<MetadataSpec>();
        foreach (var declared in layers.Many(kind, workload))
        {
            var key = declared.Text("Key", KubernetesName.IsQualifiedName, RuleCatalogue.InvalidMetadata, value =>
                $"\"{value}\" cannot be a key: letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends, with a DNS name and '/' in front or not. Write for example example.com/cost-center.");
            if (key is not null && ownerOf(key) is { } owner)
                declared.Report(RuleCatalogue.DuplicateName, "Key", $"{key} is {owner}. Take another key.");
            var on = declared.Text("On", ObjectKind.All.Contains, RuleCatalogue.MissingReference, value =>
                $"Ink makes no object of kind \"{value}\". Write one of {string.Join(", ", ObjectKind.All)}, or leave On out.");
            var text = declared.Text("Value", isValue, RuleCatalogue.InvalidMetadata, wrongValue);
            if (key is not null && text is not null)
                entries.Add(new MetadataSpec(key, text, on));
        }

        return entries
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ThenBy(entry => entry.On, StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
