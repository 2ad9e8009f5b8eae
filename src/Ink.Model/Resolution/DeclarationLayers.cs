using System.Globalization;
using Ink.Model.Declarations;
using Ink.Model.Rules;

namespace Ink.Model.Resolution;

/// <summary>
/// Picks the declarations that apply to one environment and lays them over each other. From least to most specific: plain, for the
/// environment, for the workload, for both. An environment overrides the same declaration without it; a declaration for one workload is
/// another one, and says more about that workload than anything said of all.
/// </summary>
internal sealed class DeclarationLayers
{
    private readonly IReadOnlyList<Declaration> _declarations;
    private readonly FindingCollector _findings;

    public DeclarationLayers(AppModel model, ResolutionContext context, Placeholders placeholders, FindingCollector findings)
    {
        Context = context;
        _declarations = model.Declarations
            .Where(declaration => declaration.Environment is null || declaration.Environment == context.Environment)
            .OrderBy(Specificity)
            .ThenBy(ModelJson.Write, StringComparer.Ordinal)
            .ToList();
        Placeholders = placeholders;
        _findings = findings;
    }

    public Placeholders Placeholders { get; }

    /// <summary>What the properties say, which stand above and below the declarations.</summary>
    public ResolutionContext Context { get; }

    /// <summary>The one declaration of an attribute without a key, as seen by a workload (or by the app).</summary>
    public MergedDeclaration One(AttributeKind kind, string? workload = null) =>
        Many(kind, workload) is [var only, ..] ? only : new MergedDeclaration(kind, Placeholders, _findings);

    /// <summary>The declarations of an attribute, one for each key, in the order of their keys.</summary>
    public IReadOnlyList<MergedDeclaration> Many(AttributeKind kind, string? workload = null)
    {
        var merged = new SortedDictionary<string, MergedDeclaration>(StringComparer.Ordinal);
        foreach (var declaration in _declarations.Where(declaration => declaration.Attribute == kind.Name && AppliesTo(declaration, workload)))
        {
            foreach (var key in KeysOf(kind, declaration, merged))
            {
                if (!merged.TryGetValue(key, out var target))
                    merged[key] = target = new MergedDeclaration(kind, Placeholders, _findings);
                if (target.Layers.FirstOrDefault(layer => IsSameScope(layer, declaration)) is { } twin)
                    ReportTwins(kind, key, twin, declaration);
                else
                    target.Add(declaration);
            }
        }

        return merged.Values.ToList();
    }

    /// <summary>A text that a property gives, expanded. What does not pass is reported against the property, and returned all the same.</summary>
    public string Property(string property, string value, Func<string, bool> isValid, Rule rule, Func<string, string> message)
    {
        var expanded = Placeholders.ExpandProperty(property, value, _findings);
        if (expanded.IsExact && !isValid(expanded.Text))
            _findings.Add(rule, $"{property}: {message(expanded.Text)}");
        return expanded.Text;
    }

    private static int Specificity(Declaration declaration) =>
        (declaration.Workload is null ? 0 : 2) + (declaration.Environment is null ? 0 : 1);

    private static bool AppliesTo(Declaration declaration, string? workload) =>
        declaration.Workload is null || declaration.Workload == workload;

    private static bool IsSameScope(Declaration left, Declaration right) =>
        left.Environment == right.Environment && left.Workload == right.Workload;

    private List<string> KeysOf(AttributeKind kind, Declaration declaration, IDictionary<string, MergedDeclaration> known)
    {
        if (kind.Key is null)
            return [""];
        var key = kind.IsWorkload ? declaration.WorkloadName : Placeholders.Expand(declaration.TextOf(kind.Key) ?? "").Text;
        if (kind.OptionalKey is null)
            return [key];
        if (declaration[kind.OptionalKey] is ArgumentValue.Number number)
            return [Join(key, number.Value.ToString(CultureInfo.InvariantCulture))];
        if (declaration.TextOf(kind.OptionalKey) is { } second)
            return [Join(key, RoutePath.Normalise(Placeholders.Expand(second).Text)!)];

        // An override that leaves the second key out speaks of every less specific declaration with the first.
        var matches = known
            .Where(pair => pair.Key.StartsWith(Join(key, ""), StringComparison.Ordinal)
                && pair.Value.Layers.Any(layer => Specificity(layer) < Specificity(declaration)))
            .Select(pair => pair.Key)
            .ToList();
        return matches.Count > 0 ? matches : [Join(key, "/")];
    }

    private static string Join(string first, string second) => $"{first}\n{second}";

    private void ReportTwins(AttributeKind kind, string key, Declaration first, Declaration second)
    {
        var isOtherWorkload = kind.IsWorkload && first.TextOf("Type") != second.TextOf("Type");
        if (isOtherWorkload)
        {
            _findings.Add(RuleCatalogue.DuplicateName, $"{second.Display}: another workload is called \"{key}\" already. Give one of them a name of its own.", second, "Name");
            return;
        }

        var scope = second.Environment is { } environment ? $" for {environment}" : "";
        var limits = kind.IsPerWorkload ? "Environment or Workload" : "Environment";
        _findings.Add(RuleCatalogue.DeclaredTwice, $"{second.Display} is declared twice{scope}. Merge the two, or limit one with {limits}.", second);
    }
}
