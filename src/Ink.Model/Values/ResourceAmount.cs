namespace Ink.Model.Values;

/// <summary>Which quantities make sense as CPU, memory and storage of a container.</summary>
public static class ResourceAmount
{
    /// <summary>The CPU that is requested where nobody chose any.</summary>
    public const string DefaultCpu = "100m";

    /// <summary>The memory that is requested where nobody chose any.</summary>
    public const string DefaultMemory = "256Mi";

    internal const string CpuExamples = "\"250m\" for a quarter of a core or \"2\" for two";
    internal const string BytesExamples = "\"256Mi\" or \"1Gi\"";

    private const decimal Mebibyte = 1024m * 1024;

    /// <summary>What is wrong with an amount of CPU, and what to write; <see langword="null"/> where nothing is.</summary>
    public static string? WhyNoCpu(Quantity quantity) =>
        quantity.Value is >= 0.001m and <= 1024m && !quantity.Text.EndsWith("i", StringComparison.Ordinal)
            ? null
            : $"\"{quantity.Text}\" is no sensible amount of CPU. Write for example {CpuExamples}.";

    /// <summary>What is wrong with an amount of memory or storage, and what to write; <see langword="null"/> where nothing is.</summary>
    public static string? WhyNoBytes(Quantity quantity)
    {
        if (quantity.Value >= Mebibyte)
            return null;

        // Kubernetes takes "256m" for a quarter of a byte, and the pod never starts.
        var remedy = quantity.Text.EndsWith("m", StringComparison.Ordinal)
            ? $" (\"m\" is a thousandth). Write \"{quantity.Text.TrimEnd('m')}Mi\" for mebibytes."
            : $". Write for example {BytesExamples}.";
        return $"\"{quantity.Text}\" is less than one mebibyte{remedy}";
    }
}
