using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Generators.Emit;
using Ink.Model.Rules;
using Ink.Model.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>INK0003: writes a quantity in the units of Kubernetes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairQuantityCodeFix))]
[Shared]
public sealed class RepairQuantityCodeFix() : InkCodeFix(RuleCatalogue.InvalidQuantity)
{
    private protected override FixPlan? Plan(FixTarget target)
    {
        if (target.Model.GetConstantValue(target.Node).Value is not string written || Repaired(target.Argument, written) is not { } quantity)
            return null;
        return new FixPlan($"Write it as \"{quantity}\"", Edit.Replace(target.Document, target.Node, Code.Literal(quantity)));
    }

    private static string? Repaired(string? argument, string written) => argument switch
    {
        "Cpu" or "CpuLimit" => QuantityRepair.Cpu(written),
        "Memory" or "MemoryLimit" or "EphemeralStorage" or "Size" => QuantityRepair.Bytes(written),
        _ => null,
    };
}
