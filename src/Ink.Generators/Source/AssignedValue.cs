using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ink.Generators.Source;

/// <summary>What source gives to a property, as far as it is constant.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Siblings">What the same initializer gives to other properties of the object, by name.</param>
internal sealed record AssignedValue(IOperation Value, IReadOnlyDictionary<string, IOperation> Siblings)
{
    /// <summary>Where it stands.</summary>
    public Location Location => Value.Syntax.GetLocation();

    /// <summary>Whether it is a constant <c>null</c>.</summary>
    public bool IsNull => Constant(Value) is { HasValue: true, Value: null } || Unwrap(Value) is IDefaultValueOperation;

    /// <summary>The constant flag.</summary>
    public bool? Flag => Constant(Value).Value as bool?;

    /// <summary>The constant number.</summary>
    public long? Number => NumberOf(Value);

    /// <summary>The constant text.</summary>
    public string? Text => Constant(Value).Value as string;

    /// <summary>The constant texts of a list, where they stand.</summary>
    public IEnumerable<(string Text, Location Location)> Texts => Leaves(Value)
        .Select(leaf => (Text: Constant(leaf).Value as string, leaf.Syntax))
        .Where(leaf => leaf.Text is not null)
        .Select(leaf => (leaf.Text!, leaf.Syntax.GetLocation()));

    /// <summary>Whether the list is written out, each of its texts a constant.</summary>
    public bool IsWhole => Unwrap(Value) is not (ILiteralOperation or IDefaultValueOperation) && Leaves(Value).All(leaf => Constant(leaf).Value is string);

    /// <summary>What the initializer gives to another property; not known where it gives nothing constant.</summary>
    /// <param name="property">The name of the property.</param>
    /// <param name="isWritten">Whether it gives it anything.</param>
    public long? NumberOf(string property, out bool isWritten)
    {
        isWritten = Siblings.TryGetValue(property, out var value);
        return value is null ? null : NumberOf(value);
    }

    private static long? NumberOf(IOperation value) => Constant(value).Value switch
    {
        int number => number,
        long number => number,
        short number => number,
        byte number => number,
        uint number => number,
        _ => null,
    };

    // A constant that becomes a nullable is none itself.
    private static Optional<object?> Constant(IOperation value) => Unwrap(value).ConstantValue;

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
            value = conversion.Operand;
        return value;
    }

    // The elements of new[] { … }, [ … ], new List<string> { … } and { … } behind a property, whatever of these it is.
    private static IEnumerable<IOperation> Leaves(IOperation value)
    {
        if (value.ConstantValue.HasValue)
            return value.Type?.SpecialType == SpecialType.System_String || value.ConstantValue.Value is null ? [value] : [];
        return value switch
        {
            IConversionOperation conversion => Leaves(conversion.Operand),
            IArrayCreationOperation array => array.Initializer?.ElementValues.SelectMany(Leaves) ?? [],
            IObjectCreationOperation { Initializer: { } initializer, Arguments.Length: 0 } => Leaves(initializer),
            IObjectOrCollectionInitializerOperation initializer => initializer.Initializers.SelectMany(Leaves),
            IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var argument] } => Leaves(argument.Value),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(Leaves),
            _ => [value],
        };
    }
}
