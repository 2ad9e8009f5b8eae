using Ink.Model.Policy.Judgements;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves CPU, memory and storage.</summary>
internal static class ResourcesResolver
{
    private const string CpuExamples = ResourceAmount.CpuExamples;
    private const string BytesExamples = ResourceAmount.BytesExamples;

    public static ResourcesSpec Resolve(MergedDeclaration declared, ResolutionContext context, FindingCollector findings)
    {
        var cpu = Cpu(declared, "Cpu");
        var memory = Bytes(declared, "Memory");
        var cpuLimit = Cpu(declared, "CpuLimit");
        var memoryLimit = Bytes(declared, "MemoryLimit");
        var storage = Bytes(declared, "EphemeralStorage");

        // A limit alone is a statement about the request as well: Kubernetes itself would copy it, and so a smaller default must not stand in.
        var defaultCpu = FromProperty(context, InkProperty.DefaultCpu, CpuExamples, ResourceAmount.WhyNoCpu, findings);
        var defaultMemory = FromProperty(context, InkProperty.DefaultMemory, BytesExamples, ResourceAmount.WhyNoBytes, findings);
        var defaultCpuLimit = FromProperty(context, InkProperty.DefaultCpuLimit, CpuExamples, ResourceAmount.WhyNoCpu, findings);
        var defaultMemoryLimit = FromProperty(context, InkProperty.DefaultMemoryLimit, BytesExamples, ResourceAmount.WhyNoBytes, findings);
        CheckDefaults(defaultCpu, defaultCpuLimit, InkProperty.DefaultCpu, InkProperty.DefaultCpuLimit, findings);
        CheckDefaults(defaultMemory, defaultMemoryLimit, InkProperty.DefaultMemory, InkProperty.DefaultMemoryLimit, findings);
        var requestedCpu = cpu ?? Smaller(defaultCpu ?? Quantity.Parse(ResourceAmount.DefaultCpu)!, cpuLimit ?? defaultCpuLimit);
        var requestedMemory = memory ?? memoryLimit ?? Smaller(defaultMemory ?? Quantity.Parse(ResourceAmount.DefaultMemory)!, defaultMemoryLimit);
        CheckLimit(declared, "Cpu", requestedCpu, cpuLimit);
        CheckLimit(declared, "Memory", requestedMemory, memoryLimit ?? requestedMemory);

        // Nor must a default limit stand in the way of what somebody asked for.
        var limitedCpu = cpuLimit ?? (defaultCpuLimit is null ? null : Larger(defaultCpuLimit, requestedCpu));
        var limitedMemory = memoryLimit ?? (defaultMemoryLimit is null ? requestedMemory : Larger(defaultMemoryLimit, requestedMemory));
        storage ??= FromProperty(context, InkProperty.DefaultEphemeralStorage, BytesExamples, ResourceAmount.WhyNoBytes, findings);
        return new ResourcesSpec(
            requestedCpu,
            requestedMemory,
            limitedCpu,
            limitedMemory,
            storage,
            IsMissing(declared, "Cpu", defaultCpu),
            IsMissing(declared, "Memory", defaultMemory));
    }

    private static Quantity Smaller(Quantity left, Quantity? right) => right is not null && right < left ? right : left;

    private static Quantity Larger(Quantity left, Quantity right) => left < right ? right : left;

    private static void CheckDefaults(Quantity? request, Quantity? limit, string property, string limitProperty, FindingCollector findings)
    {
        if (request is not null && limit is not null && request > limit)
            findings.Add(RuleCatalogue.RequestExceedsLimit, $"{property}: {request.Text} is requested and {limit.Text} is the limit. Raise {limitProperty} or lower {property}.");
    }

    private static void CheckLimit(MergedDeclaration declared, string argument, Quantity request, Quantity? limit)
    {
        if (ExceededLimit.IsExceeded(request, limit))
            declared.Report(RuleCatalogue.RequestExceedsLimit, argument, $"{request.Text} is requested and {limit!.Text} is the limit. Raise {argument}Limit or lower {argument}.");
    }

    // Asked of what was written, not of what it came to: a placeholder that only the render knows is a choice as well.
    private static bool IsMissing(MergedDeclaration declared, string argument, Quantity? fallback) =>
        declared.Text(argument) is null && declared.Text($"{argument}Limit") is null && fallback is null;

    private static Quantity? Cpu(MergedDeclaration declared, string argument) => Read(declared, argument, CpuExamples, ResourceAmount.WhyNoCpu);

    /// <summary>An amount of memory or storage; <see langword="null"/> where it is not written or not valid.</summary>
    public static Quantity? Bytes(MergedDeclaration declared, string argument) => Read(declared, argument, BytesExamples, ResourceAmount.WhyNoBytes);

    private static Quantity? Read(MergedDeclaration declared, string argument, string examples, Func<Quantity, string?> whyNot)
    {
        if (declared.Text(argument) is not { } text || !declared.IsExact(argument))
            return null;
        var (quantity, problem) = Judge(text, examples, whyNot);
        if (problem is not null)
            declared.Report(RuleCatalogue.InvalidQuantity, argument, problem);
        return quantity;
    }

    private static Quantity? FromProperty(
        ResolutionContext context, string property, string examples, Func<Quantity, string?> whyNot, FindingCollector findings)
    {
        if (context.Setting(property) is not { } text)
            return null;
        var (quantity, problem) = Judge(text, examples, whyNot);
        if (problem is not null)
            findings.Add(RuleCatalogue.InvalidQuantity, $"{property}: {problem}");
        return quantity;
    }

    private static (Quantity? Quantity, string? Problem) Judge(string text, string examples, Func<Quantity, string?> whyNot)
    {
        if (Quantity.Parse(text) is not { } quantity)
            return (null, $"\"{text}\" is not a Kubernetes quantity. Write for example {examples}.");
        return whyNot(quantity) is { } problem ? (null, problem) : (quantity, null);
    }
}
