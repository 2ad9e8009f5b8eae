using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>What to say of a name that is no DNS-1123 label.</summary>
internal static class LabelAdvice
{
    public static string For(string name)
    {
        var suggestion = KebabCase.From(name);
        var remedy = KubernetesName.IsLabel(suggestion) ? $"\"{suggestion}\" would do."
            : name.Length > KubernetesName.MaxLabelLength ? $"It has {name.Length}; shorten it."
            : "Choose another.";
        return $"\"{name}\" is not a DNS-1123 label: lower-case letters, digits and inner hyphens, {KubernetesName.MaxLabelLength} at most. {remedy}";
    }
}
