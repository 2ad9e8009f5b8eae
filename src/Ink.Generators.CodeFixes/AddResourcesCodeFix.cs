using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Generators.Emit;
using Ink.Model.Rules;
using Ink.Model.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>
/// INK1001, INK1003 and INK1004: writes the requests and limits that nobody chose, into the <c>[Resources]</c> that is there or into a new
/// one for all workloads. The requests are those that Ink falls back to, so nothing changes but that somebody chose them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddResourcesCodeFix))]
[Shared]
public sealed class AddResourcesCodeFix() : InkCodeFix(RuleCatalogue.MissingRequests, RuleCatalogue.CpuLimit, RuleCatalogue.StorageLimit)
{
    private const string Resources = "Resources";
    private const string Storage = "1Gi";

    internal override async Task<FixPlan?> PlanAsync(FixTarget target, CancellationToken cancellationToken)
    {
        var values = target.Missing.Select(name => (Name: name, Value: ValueOf(name, target))).ToList();
        if (values.Count == 0 || values.Any(pair => pair.Value is null))
            return null;

        var assignments = values.Select(pair => $"{pair.Name} = {Code.Literal(pair.Value!)}").ToList();
        var written = string.Join(", ", assignments);
        if (target.Site is { Declaration.Attribute: Resources or "Sidecar" } site)
            return new FixPlan($"Add {written}", [.. values.Select(pair => AttributeEdits.Add(target.Document, site.Syntax, pair.Name, Code.Literal(pair.Value!)))]);
        return await AttributeEdits.DeclareAsync(target, Resources, assignments, cancellationToken).ConfigureAwait(false) is { } edit
            ? new FixPlan($"Add [assembly: Resources({written})]", edit)
            : null;
    }

    private static string? ValueOf(string argument, FixTarget target) => argument switch
    {
        "Cpu" => ResourceAmount.DefaultCpu,
        "Memory" => ResourceAmount.DefaultMemory,
        "EphemeralStorage" => Storage,
        "CpuLimit" => CpuLimit(target),
        _ => null,
    };

    // Twice the greatest request there is, so that the limit is above the request wherever the attribute applies.
    private static string? CpuLimit(FixTarget target)
    {
        var requests = target.Sites
            .Where(site => site.Declaration.Attribute == Resources)
            .Select(site => site.Declaration.TextOf("Cpu"))
            .OfType<string>()
            .Append(ResourceAmount.DefaultCpu)
            .Select(Quantity.Parse)
            .ToList();
        return requests.Contains(null) ? null : QuantityRepair.Doubled(requests.Max()!);
    }
}
