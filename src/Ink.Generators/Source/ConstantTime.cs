using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ink.Generators.Source;

/// <summary>Reads a <see cref="TimeSpan"/> that source writes out.</summary>
internal static class ConstantTime
{
    private static readonly Dictionary<string, double> Seconds = new(StringComparer.Ordinal)
    {
        ["days"] = 86400,
        ["hours"] = 3600,
        ["minutes"] = 60,
        ["seconds"] = 1,
        ["milliseconds"] = 1e-3,
        ["microseconds"] = 1e-6,
        ["ticks"] = 1e-7,
    };

    /// <summary>The seconds; infinity for <c>Timeout.InfiniteTimeSpan</c> and <c>TimeSpan.MaxValue</c>, <see langword="null"/> where they are not constant.</summary>
    public static double? SecondsOf(IOperation value) => value switch
    {
        IConversionOperation conversion => SecondsOf(conversion.Operand),
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var type } method } call when IsTimeSpan(type) && UnitOf(method.Name) is { } unit => Sum(call.Arguments, unit),
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation when IsTimeSpan(type) => Sum(creation.Arguments, unit: null),
        IFieldReferenceOperation { Field: { Name: "MaxValue", ContainingType: var type } } when IsTimeSpan(type) => double.PositiveInfinity,
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType: var type } } when IsTimeSpan(type) => 0,
        IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" } => double.PositiveInfinity,
        _ => null,
    };

    // FromSeconds → seconds: what its first parameter counts, whatever that is called.
    private static string? UnitOf(string method) =>
        method.StartsWith("From", StringComparison.Ordinal) && method.Substring(4).ToLowerInvariant() is var unit && Seconds.ContainsKey(unit) ? unit : null;

    private static double? Sum(IEnumerable<IArgumentOperation> arguments, string? unit)
    {
        double sum = 0;
        foreach (var argument in arguments)
        {
            var name = argument.Parameter?.Name ?? "";
            var isCounted = Seconds.TryGetValue(name, out var factor) || (name == "value" && unit is not null && Seconds.TryGetValue(unit, out factor));
            if (!isCounted || !argument.Value.ConstantValue.HasValue || Number(argument.Value.ConstantValue.Value) is not { } number)
                return null;
            sum += number * factor;
        }

        return sum;
    }

    private static double? Number(object? value) => value switch
    {
        int number => number,
        long number => number,
        double number => number,
        _ => null,
    };

    private static bool IsTimeSpan(INamedTypeSymbol type) => type is { Name: nameof(TimeSpan), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };
}
