using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves CPU, memory and storage.</summary>
internal static class ResourcesResolver
{
    private const string FallbackCpu = "100m";
    private const string FallbackMemory = "256Mi";
    private const decimal Mebibyte = 1024m * 1024;

    public static ResourcesSpec Resolve(MergedDeclaration declared, ResolutionContext context, FindingCollector findings)
    {
        var cpu = Cpu(declared, "Cpu");
        var memory = Bytes(declared, "Memory");
        var cpuLimit = Cpu(declared, "CpuLimit");
        var memoryLimit = Bytes(declared, "MemoryLimit");
        var storage = Bytes(declared, "EphemeralStorage");

        // A limit alone is a statement about the request as well: Kubernetes itself would copy it, and so a smaller default must not stand in.
        var defaultCpu = FromProperty(context, InkProperty.DefaultCpu, findings);
        var defaultMemory = FromProperty(context, InkProperty.DefaultMemory, findings);
        var requestedCpu = cpu ?? Smaller(defaultCpu ?? Quantity.Parse(FallbackCpu)!, cpuLimit);
        var requestedMemory = memory ?? memoryLimit ?? defaultMemory ?? Quantity.Parse(FallbackMemory)!;
        var limitedMemory = memoryLimit ?? requestedMemory;

        CheckLimit(declared, "Cpu", requestedCpu, cpuLimit);
        CheckLimit(declared, "Memory", requestedMemory, limitedMemory);
        var isFallback = (cpu ?? cpuLimit ?? defaultCpu) is null || (memory ?? memoryLimit ?? defaultMemory) is null;
        return new ResourcesSpec(requestedCpu, requestedMemory, cpuLimit, limitedMemory, storage, isFallback);
    }

    private static Quantity Smaller(Quantity left, Quantity? right) => right is not null && right < left ? right : left;

    private static void CheckLimit(MergedDeclaration declared, string argument, Quantity request, Quantity? limit)
    {
        if (limit is not null && request > limit)
            declared.Report(RuleCatalogue.RequestExceedsLimit, argument, $"{request.Text} is requested and {limit.Text} is the limit. Raise {argument}Limit or lower {argument}.");
    }

    private static Quantity? Cpu(MergedDeclaration declared, string argument)
    {
        var quantity = Read(declared, argument, "\"250m\" is a quarter of a core, \"2\" two cores");
        if (quantity is null || (quantity.Value is >= 0.001m and <= 1024m && !quantity.Text.EndsWith("i", StringComparison.Ordinal)))
            return quantity;
        declared.Report(RuleCatalogue.InvalidQuantity, argument, $"\"{quantity.Text}\" is no sensible amount of CPU. \"250m\" is a quarter of a core, \"2\" two cores.");
        return null;
    }

    private static Quantity? Bytes(MergedDeclaration declared, string argument)
    {
        var quantity = Read(declared, argument, "\"256Mi\" or \"1Gi\"");
        if (quantity is null || quantity.Value >= Mebibyte)
            return quantity;
        var hint = quantity.Text.EndsWith("m", StringComparison.Ordinal) ? " (\"m\" is a thousandth)" : "";
        declared.Report(RuleCatalogue.InvalidQuantity, argument, $"\"{quantity.Text}\" is less than one mebibyte{hint}. Write \"{quantity.Text.TrimEnd('m')}Mi\" for mebibytes.");
        return null;
    }

    private static Quantity? Read(MergedDeclaration declared, string argument, string examples)
    {
        var text = declared.Text(argument, value => Quantity.Parse(value) is not null, RuleCatalogue.InvalidQuantity, value =>
            $"\"{value}\" is not a Kubernetes quantity. Write for example {examples}.");
        return text is not null && declared.IsExact(argument) ? Quantity.Parse(text) : null;
    }

    private static Quantity? FromProperty(ResolutionContext context, string property, FindingCollector findings)
    {
        if (context.Setting(property) is not { } text)
            return null;
        var quantity = Quantity.Parse(text);
        if (quantity is null)
            findings.Add(RuleCatalogue.InvalidQuantity, $"{property}: \"{text}\" is not a Kubernetes quantity. Write for example \"250m\" for CPU or \"256Mi\" for memory.");
        return quantity;
    }
}
