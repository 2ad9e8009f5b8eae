using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Names of objects that somebody else has made: a store, a project, a namespace.</summary>
internal static class ObjectNames
{
    /// <summary>The name that a property gives. What no object can be called is reported, and returned all the same.</summary>
    public static string Of(ResolutionContext context, string property, string fallback, FindingCollector findings)
    {
        var name = context.Setting(property) ?? fallback;
        if (!KubernetesName.IsSubdomain(name))
            findings.Add(RuleCatalogue.InvalidName, $"{property}: \"{name}\" cannot be the name of a Kubernetes object. Write lower-case letters, digits, '-' and '.'.");
        return name;
    }
}
