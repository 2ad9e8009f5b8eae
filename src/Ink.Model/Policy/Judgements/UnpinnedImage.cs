using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2007: a tag can be moved, and then two pods of one version run different code.</summary>
public static class UnpinnedImage
{
    /// <summary>The judgement itself: why an image is not pinned, a clause; <see langword="null"/> where it is.</summary>
    public static string? WhyNot(string image)
    {
        if (image.IndexOf("@sha256:", StringComparison.Ordinal) >= 0)
            return null;
        var tag = image.LastIndexOf(':') is var colon && colon > image.LastIndexOf('/') ? image.Substring(colon + 1) : null;
        return tag switch
        {
            null => "has no tag, which means latest",
            "latest" => "is whatever latest is when the pod starts",
            _ => "has a tag alone, which can be moved to another image",
        };
    }

    internal static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.Pod.Containers
        let why = container.Image is { Length: > 0 } image ? WhyNot(image) : null
        where why is not null
        select new Breach(
            RuleCatalogue.UnpinnedImage,
            $"{container.Path}.image",
            $"the image {container.Image} of {Named.Container(workload, container)} {why}",
            "Pin it by its digest: name:tag@sha256:….")
        {
            Source = new SourceHint(AttributeKind.Sidecar, "Image", "Pin it by its digest: name:tag@sha256:….", Key: container.Name),
        };
}
